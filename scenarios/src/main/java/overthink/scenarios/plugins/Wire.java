package overthink.scenarios.plugins;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.BaseStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;
import overthink.core.api.Session;

/**
 * How the two ends of a pipe between this program and a {@link Guest} talk: one message for each call of a session, with its
 * arguments, and one with what it brought. A value is a mark and its content; both ends are the same build on the same Java.
 */
final class Wire {

    // what a guest says
    static final int CALL = 1;
    static final int DONE = 2;
    static final int THREW = 3;
    static final int PRINTED = 4;
    static final int TRESPASSED = 5;
    static final int MET = 6;
    static final int ANSWER = 7;

    // whose call it is; views of the trial have the numbers after these
    static final int OF_TRIAL = 0;
    static final int OF_STREAM = 1;
    static final int OF_VIEWS = 2;

    /** How many views of a trial a guest may have. */
    static final int MOST_VIEWS = 4096;

    // what it is told
    static final int RUN = 1;
    static final int ASK = 2;

    private static final int LONGEST = 20_000;
    private static final String API = Session.class.getPackageName() + ".";

    /** The methods of a session. */
    static final List<Method> SESSION = methods(Session.class);

    /** The methods of a random stream that bring numbers. */
    static final List<Method> RANDOM = methods(UniformRandomProvider.class);

    private Wire() {}

    private static List<Method> methods(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .filter(method -> !BaseStream.class.isAssignableFrom(method.getReturnType()))
                .sorted(Comparator.comparing(Method::toString))
                .toList();
    }

    /**
     * How many elements of an array argument a call reads or writes: batches name a range, and an array may be far longer.
     *
     * @param at which argument the array is
     */
    static int used(@Nullable Object[] arguments, int at) {
        int length = Array.getLength(arguments[at]);
        long used = length;
        if (at >= 2 && arguments[0] instanceof Integer from && arguments[1] instanceof Integer to) {
            used = (long) to - from;
            if (arguments.length == 4 && arguments[3] instanceof Integer shift) {
                used += shift;
            }
        } else if (at == 0 && arguments.length == 2 && arguments[1] instanceof Integer count) {
            used = count;
        }
        return used < 0 || used > length ? length : (int) used;
    }

    static void text(DataOutputStream out, String text) throws IOException {
        out.writeUTF(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    }

    /** Writes a value: nothing, a number, a flag, a text, an array's first elements, a list, a set, a map, or data of the API. */
    static void write(DataOutputStream out, @Nullable Object value) throws IOException {
        if (value == null) {
            out.writeByte('0');
        } else if (value instanceof Integer number) {
            out.writeByte('i');
            out.writeInt(number);
        } else if (value instanceof Long number) {
            out.writeByte('l');
            out.writeLong(number);
        } else if (value instanceof Double number) {
            out.writeByte('d');
            out.writeLong(Double.doubleToRawLongBits(number));
        } else if (value instanceof Float number) {
            out.writeByte('f');
            out.writeInt(Float.floatToRawIntBits(number));
        } else if (value instanceof Boolean flag) {
            out.writeByte(flag ? 't' : 'n');
        } else if (value instanceof String text) {
            out.writeByte('s');
            text(out, text);
        } else if (value instanceof List<?> list) {
            out.writeByte('[');
            out.writeInt(list.size());
            for (Object element : list) {
                write(out, element);
            }
        } else if (value instanceof Set<?> set) {
            out.writeByte('u');
            out.writeInt(set.size());
            for (Object element : set) {
                write(out, element);
            }
        } else if (value instanceof Map<?, ?> map) {
            out.writeByte('{');
            out.writeInt(map.size());
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                write(out, entry.getKey());
                write(out, entry.getValue());
            }
        } else if (value instanceof Enum<?> constant) {
            out.writeByte('e');
            text(out, constant.getDeclaringClass().getName());
            out.writeInt(constant.ordinal());
        } else if (value instanceof Record data) {
            out.writeByte('r');
            text(out, data.getClass().getName());
            for (RecordComponent component : data.getClass().getRecordComponents()) {
                try {
                    write(out, component.getAccessor().invoke(data));
                } catch (IllegalAccessException | InvocationTargetException e) {
                    throw new IOException(data + " cannot be read", e);
                }
            }
        } else {
            throw new IOException("a " + value.getClass().getName() + " cannot be sent");
        }
    }

    /** Reads a value. Types are those of core's API, whatever the other end says. */
    static @Nullable Object read(DataInputStream in) throws IOException {
        int mark = in.readByte();
        return switch (mark) {
            case '0' -> null;
            case 'i' -> in.readInt();
            case 'l' -> in.readLong();
            case 'd' -> Double.longBitsToDouble(in.readLong());
            case 'f' -> Float.intBitsToFloat(in.readInt());
            case 't' -> true;
            case 'n' -> false;
            case 's' -> in.readUTF();
            case '[' -> {
                int size = in.readInt();
                List<@Nullable Object> list = new ArrayList<>();
                for (int i = 0; i < size; i++) {
                    list.add(read(in));
                }
                yield list;
            }
            case 'u' -> {
                int size = in.readInt();
                Set<@Nullable Object> set = new LinkedHashSet<>();
                for (int i = 0; i < size; i++) {
                    set.add(read(in));
                }
                yield set;
            }
            case '{' -> {
                int size = in.readInt();
                Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
                for (int i = 0; i < size; i++) {
                    Object key = read(in);
                    map.put(key, read(in));
                }
                yield map;
            }
            case 'e' -> {
                Object[] constants = type(in.readUTF()).getEnumConstants();
                int ordinal = in.readInt();
                if (constants == null || ordinal < 0 || ordinal >= constants.length) {
                    throw new IOException("no such constant: " + ordinal);
                }
                yield constants[ordinal];
            }
            case 'r' -> data(in, type(in.readUTF()));
            default -> throw new IOException("no value starts with " + mark);
        };
    }

    private static Class<?> type(String name) throws IOException {
        try {
            if (name.startsWith(API)) {
                return Class.forName(name, false, Session.class.getClassLoader());
            }
        } catch (ClassNotFoundException e) {
            // as any other name
        }
        throw new IOException(name + " is no type of core's API");
    }

    private static Object data(DataInputStream in, Class<?> type) throws IOException {
        RecordComponent[] components = type.getRecordComponents();
        if (components == null) {
            throw new IOException(type + " is no data");
        }
        @Nullable Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = read(in);
        }
        try {
            return type.getConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new))
                    .newInstance(values);
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            throw new IOException("cannot be a " + type.getName(), e);
        }
    }

    /** Writes the first elements of an array. */
    static void writeArray(DataOutputStream out, Object array, int count) throws IOException {
        if (array instanceof int[] numbers) {
            for (int i = 0; i < count; i++) {
                out.writeInt(numbers[i]);
            }
        } else if (array instanceof double[] numbers) {
            for (int i = 0; i < count; i++) {
                out.writeLong(Double.doubleToRawLongBits(numbers[i]));
            }
        } else if (array instanceof boolean[] flags) {
            for (int i = 0; i < count; i++) {
                out.writeBoolean(flags[i]);
            }
        } else if (array instanceof byte[] bytes) {
            out.write(bytes, 0, count);
        } else {
            throw new IOException("no array that can be sent: " + array.getClass());
        }
    }

    /** Reads the first elements of an array. */
    static void readArray(DataInputStream in, Object array, int count) throws IOException {
        if (array instanceof int[] numbers) {
            for (int i = 0; i < count; i++) {
                numbers[i] = in.readInt();
            }
        } else if (array instanceof double[] numbers) {
            for (int i = 0; i < count; i++) {
                numbers[i] = Double.longBitsToDouble(in.readLong());
            }
        } else if (array instanceof boolean[] flags) {
            for (int i = 0; i < count; i++) {
                flags[i] = in.readBoolean();
            }
        } else if (array instanceof byte[] bytes) {
            in.readFully(bytes, 0, count);
        } else {
            throw new IOException("no array that can be sent: " + array.getClass());
        }
    }
}
