package overthink.scenarios.plugins;

import java.util.List;

/**
 * What plugins see of this program: the API of core and the types that its signatures are made of. Every other class is
 * theirs or Java's. A class that is reached another way, through an object's own, is behind the exports of its module when the
 * program runs from the module path, as the launcher starts it.
 */
final class ApiLoader extends ClassLoader {

    private static final List<String> PACKAGES =
            List.of("overthink.core.api.", "org.apache.commons.rng.", "org.jspecify.annotations.");

    private final ClassLoader application;

    /** A loader above those of plugins. */
    ApiLoader(ClassLoader application) {
        super("overthink-api", ClassLoader.getPlatformClassLoader());
        this.application = application;
    }

    /**
     * What Java's own loader has, but for what it fetches from this program: where that runs from the module path, Java's
     * loaders know all its modules.
     */
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        Class<?> found = super.loadClass(name, resolve);
        if (found.getClassLoader() == application && PACKAGES.stream().noneMatch(name::startsWith)) {
            throw new ClassNotFoundException(name);
        }
        return found;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (PACKAGES.stream().noneMatch(name::startsWith)) {
            throw new ClassNotFoundException(name);
        }
        return application.loadClass(name);
    }
}
