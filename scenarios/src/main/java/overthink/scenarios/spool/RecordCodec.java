package overthink.scenarios.spool;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Records as bytes and back, component by component: what is read equals what was written. Bytes are for the codec that wrote them,
 * as it remembers classes, and texts that recur. An object of no known kind stays in memory and is read as itself.
 */
final class RecordCodec {

    private static final int NOTHING = 0;
    private static final int FALSE = 1;
    private static final int TRUE = 2;
    private static final int INT = 3;
    private static final int LONG = 4;
    private static final int DOUBLE = 5;
    private static final int TEXT = 6;
    private static final int KNOWN_TEXT = 7;
    private static final int LIST = 8;
    private static final int MAP = 9;
    private static final int EMPTY = 10;
    private static final int PRESENT = 11;
    private static final int DECIMAL = 12;
    private static final int INTS = 13;
    private static final int LONGS = 14;
    private static final int DOUBLES = 15;
    private static final int RECORD = 16;
    private static final int OTHER = 17;

    /** So many different texts are remembered; the others are written each time. */
    private static final int MOST_TEXTS = 10_000;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> texts = new ArrayList<>();
    private final Map<Class<?>, Optional<Shape>> shapes = new HashMap<>();
    private final List<Shape> byNumber = new ArrayList<>();
    private final Map<Object, Integer> kept = new HashMap<>();
    private final List<Object> others = new ArrayList<>();

    /** How records of a class are taken apart and made. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Shape(int number, MethodHandle maker, MethodHandle[] components) {

        @Nullable
        Object component(MethodHandle component, Object record) {
            try {
                return (Object) component.invokeExact(record);
            } catch (Throwable e) {
                throw failed(e);
            }
        }

        Object make(@Nullable Object[] values) {
            try {
                return (Object) maker.invokeExact(values);
            } catch (Throwable e) {
                throw failed(e);
            }
        }

        private static RuntimeException failed(Throwable failure) {
            if (failure instanceof Error error) {
                throw error;
            }
            return failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
        }

        /** That of a class; empty where its records cannot be made from here. */
        static Optional<Shape> of(int number, Class<?> type) {
            try {
                RecordComponent[] components = type.getRecordComponents();
                MethodHandles.Lookup lookup = MethodHandles.lookup();
                MethodHandle[] readers = new MethodHandle[components.length];
                for (int i = 0; i < readers.length; i++) {
                    readers[i] = lookup.unreflect(components[i].getAccessor())
                            .asType(MethodType.methodType(Object.class, Object.class));
                }
                Constructor<?> maker = type.getDeclaredConstructor(
                        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
                return Optional.of(new Shape(
                        number,
                        lookup.unreflectConstructor(maker)
                                .asSpreader(Object[].class, components.length)
                                .asType(MethodType.methodType(Object.class, Object[].class)),
                        readers));
            } catch (ReflectiveOperationException e) {
                return Optional.empty();
            }
        }
    }

    /** How many objects are of no known kind. */
    int others() {
        return others.size();
    }

    /** Writes an object. */
    void write(@Nullable Object value, DataOutput out) throws IOException {
        if (value == null) {
            out.writeByte(NOTHING);
        } else if (value instanceof Double real) {
            out.writeByte(DOUBLE);
            out.writeLong(Double.doubleToRawLongBits(real));
        } else if (value instanceof Integer whole) {
            out.writeByte(INT);
            out.writeInt(whole);
        } else if (value instanceof Long whole) {
            out.writeByte(LONG);
            out.writeLong(whole);
        } else if (value instanceof Boolean truth) {
            out.writeByte(truth ? TRUE : FALSE);
        } else if (value instanceof String text) {
            write(text, out);
        } else if (value instanceof Record && shape(value.getClass()).isPresent()) {
            write(value, shape(value.getClass()).get(), out);
        } else if (value instanceof List<?> list) {
            out.writeByte(LIST);
            out.writeInt(list.size());
            for (Object item : list) {
                write(item, out);
            }
        } else if (value instanceof Map<?, ?> map) {
            out.writeByte(MAP);
            out.writeInt(map.size());
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                write(entry.getKey(), out);
                write(entry.getValue(), out);
            }
        } else if (value instanceof Optional<?> maybe) {
            out.writeByte(maybe.isPresent() ? PRESENT : EMPTY);
            if (maybe.isPresent()) {
                write(maybe.get(), out);
            }
        } else if (value instanceof BigDecimal number) {
            out.writeByte(DECIMAL);
            write(number.unscaledValue().toString(), out);
            out.writeInt(number.scale());
        } else if (!writeNumbers(value, out)) {
            out.writeByte(OTHER);
            out.writeInt(kept.computeIfAbsent(value, one -> {
                others.add(one);
                return others.size() - 1;
            }));
        }
    }

    private void write(String text, DataOutput out) throws IOException {
        Integer number = numbers.get(text);
        if (number != null) {
            out.writeByte(KNOWN_TEXT);
            out.writeInt(number);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeByte(TEXT);
        out.writeInt(bytes.length);
        out.write(bytes);
        if (texts.size() < MOST_TEXTS) {
            numbers.put(text, texts.size());
            texts.add(text);
        }
    }

    private Optional<Shape> shape(Class<?> type) {
        return shapes.computeIfAbsent(type, one -> {
            Optional<Shape> made = Shape.of(byNumber.size(), one);
            made.ifPresent(byNumber::add);
            return made;
        });
    }

    private void write(Object record, Shape shape, DataOutput out) throws IOException {
        out.writeByte(RECORD);
        out.writeInt(shape.number());
        for (MethodHandle component : shape.components()) {
            write(shape.component(component, record), out);
        }
    }

    private static boolean writeNumbers(Object value, DataOutput out) throws IOException {
        if (value instanceof int[] numbers) {
            out.writeByte(INTS);
            out.writeInt(numbers.length);
            for (int number : numbers) {
                out.writeInt(number);
            }
        } else if (value instanceof long[] numbers) {
            out.writeByte(LONGS);
            out.writeInt(numbers.length);
            for (long number : numbers) {
                out.writeLong(number);
            }
        } else if (value instanceof double[] numbers) {
            out.writeByte(DOUBLES);
            out.writeInt(numbers.length);
            for (double number : numbers) {
                out.writeLong(Double.doubleToRawLongBits(number));
            }
        } else {
            return false;
        }
        return true;
    }

    /** Reads what was written. */
    @Nullable
    Object read(DataInput in) throws IOException {
        int kind = in.readByte();
        return switch (kind) {
            case NOTHING -> null;
            case FALSE -> false;
            case TRUE -> true;
            case INT -> in.readInt();
            case LONG -> in.readLong();
            case DOUBLE -> Double.longBitsToDouble(in.readLong());
            case TEXT -> text(in);
            case KNOWN_TEXT -> texts.get(in.readInt());
            case LIST -> list(in);
            case MAP -> map(in);
            case EMPTY -> Optional.empty();
            case PRESENT -> Optional.ofNullable(read(in));
            case DECIMAL -> new BigDecimal(new BigInteger(String.valueOf(read(in))), in.readInt());
            case INTS, LONGS, DOUBLES -> numbers(kind, in);
            case RECORD -> record(in);
            case OTHER -> others.get(in.readInt());
            default -> throw new IOException("what was kept is damaged");
        };
    }

    private static String text(DataInput in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private List<@Nullable Object> list(DataInput in) throws IOException {
        @Nullable Object[] items = new Object[in.readInt()];
        for (int i = 0; i < items.length; i++) {
            items[i] = read(in);
        }
        return Collections.unmodifiableList(Arrays.asList(items));
    }

    private Map<Object, @Nullable Object> map(DataInput in) throws IOException {
        int size = in.readInt();
        Map<Object, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            Object key = Objects.requireNonNull(read(in));
            map.put(key, read(in));
        }
        return Collections.unmodifiableMap(map);
    }

    private static Object numbers(int kind, DataInput in) throws IOException {
        int size = in.readInt();
        if (kind == INTS) {
            int[] numbers = new int[size];
            for (int i = 0; i < size; i++) {
                numbers[i] = in.readInt();
            }
            return numbers;
        }
        long[] longs = new long[size];
        for (int i = 0; i < size; i++) {
            longs[i] = in.readLong();
        }
        return kind == LONGS
                ? longs
                : Arrays.stream(longs).mapToDouble(Double::longBitsToDouble).toArray();
    }

    private Object record(DataInput in) throws IOException {
        Shape shape = byNumber.get(in.readInt());
        @Nullable Object[] components = new Object[shape.components().length];
        for (int i = 0; i < components.length; i++) {
            components[i] = read(in);
        }
        return shape.make(components);
    }
}
