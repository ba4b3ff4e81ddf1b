package org.xiangmuzhang.catalog.application;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.domain.Fault;
import org.xiangmuzhang.catalog.domain.own.ItemSheet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;

/** The rows of a file of items, one after the other: CSV in UTF-8 or GB 18030, or XLSX. */
final class ItemFile implements Iterator<ItemFile.Line>, AutoCloseable {

    /** Of texts that a sheet keeps apart from its rows: these are all in memory at once. */
    private static final long SHARED_TEXTS = 32L * 1024 * 1024;

    /** Of one cell: 32,767 signs at most, each written as a number in the worst case. */
    private static final long ONE_TEXT = 512L * 1024;

    private static final int MOST_DIGITS = 15;

    /** Further from the point no sheet can write. */
    private static final int MOST_PLACES = 400;

    private static final List<Charset> CHARSETS =
            List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));

    /**
     * One row.
     *
     * @param number in the file, the header being 1
     */
    record Line(int number, List<String> cells) {}

    /** The file itself cannot be read any further. */
    static final class Unreadable extends RuntimeException {

        private final transient Fault fault;

        Unreadable(int line, String column, String rule, String... arguments) {
            super(rule);
            fault = new Fault(ItemSheet.TABLE, line, column, rule, List.of(arguments));
        }

        Fault fault() {
            return fault;
        }
    }

    /** Gives the content again and again. */
    interface Content {
        InputStream open();
    }

    private final Iterator<Line> lines;
    private final List<AutoCloseable> open;
    private final @Nullable Integer count;
    private final boolean sheet;
    private int last;

    private ItemFile(Iterator<Line> lines, @Nullable Integer count, List<AutoCloseable> open) {
        this.lines = lines;
        this.count = count;
        this.open = open;
        this.sheet = count == null;
    }

    /** Opens it as what it was found to be when it was uploaded. */
    static ItemFile open(Content content, boolean sheet) throws IOException {
        return sheet ? xlsx(content) : csv(content);
    }

    /** How many lines there are, as far as that is known before they are read. */
    @Nullable Integer count() {
        return count;
    }

    @Override
    public boolean hasNext() {
        try {
            return lines.hasNext();
        } catch (CsvParseException e) {
            throw new Unreadable(last + 1, "", "csv-form");
        } catch (RuntimeException e) {
            throw sheet ? notASheet(last + 1, e) : e;
        }
    }

    @Override
    public Line next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        try {
            Line line = lines.next();
            if (line.number() <= last) {
                throw new Unreadable(last + 1, "", "sheet-form");
            }
            last = line.number();
            return line;
        } catch (RuntimeException e) {
            throw sheet ? notASheet(last + 1, e) : e;
        }
    }

    @Override
    public void close() throws IOException {
        closeAll(open);
    }

    /** Each, even when another cannot be closed. */
    private static void closeAll(List<AutoCloseable> open) throws IOException {
        IOException failed = null;
        for (AutoCloseable one : open) {
            try {
                one.close();
            } catch (Exception e) {
                failed = new IOException(e);
            }
        }
        if (failed != null) {
            throw failed;
        }
    }

    private static ItemFile csv(Content content) throws IOException {
        for (Charset charset : CHARSETS) {
            int count = lines(content, charset);
            if (count >= 0) {
                Reader reader = reader(content, charset);
                int mark = reader.read();
                if (mark != '\uFEFF') {
                    reader.close();
                    reader = reader(content, charset);
                }
                CloseableIterator<CsvRecord> records =
                        CsvReader.builder()
                                .skipEmptyLines(true)
                                .allowExtraFields(true)
                                .allowMissingFields(true)
                                .ofCsvRecord(reader)
                                .iterator();
                Iterator<Line> lines =
                        new Iterator<>() {
                            @Override
                            public boolean hasNext() {
                                return records.hasNext();
                            }

                            @Override
                            public Line next() {
                                CsvRecord row = records.next();
                                return new Line(
                                        Math.toIntExact(row.getStartingLineNumber()),
                                        row.getFields());
                            }
                        };
                return new ItemFile(lines, count, List.of(records, reader));
            }
        }
        throw new Unreadable(1, "", "encoding-unknown");
    }

    /** How many lines there are, or -1 when it is written in another encoding. */
    private static int lines(Content content, Charset charset) throws IOException {
        int count = 0;
        try (Reader reader = reader(content, charset)) {
            char[] buffer = new char[16 * 1024];
            for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    if (buffer[i] == '\n') {
                        count++;
                    }
                }
            }
            return count;
        } catch (CharacterCodingException e) {
            return -1;
        }
    }

    private static Reader reader(Content content, Charset charset) {
        return new BufferedReader(
                new InputStreamReader(
                        content.open(),
                        charset.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                16 * 1024);
    }

    /** From a file of its own, so that only what is read is unpacked. */
    private static ItemFile xlsx(Content content) throws IOException {
        List<AutoCloseable> opened = new ArrayList<>();
        try {
            Path copy = Files.createTempFile("items", ".xlsx");
            opened.add(() -> Files.deleteIfExists(copy));
            try (InputStream from = content.open()) {
                Files.copy(from, copy, StandardCopyOption.REPLACE_EXISTING);
            }
            mayBeRead(copy);
            ReadableWorkbook book = new ReadableWorkbook(copy.toFile());
            opened.addFirst(book);
            Stream<Row> rows = book.getFirstSheet().openStream();
            opened.addFirst(rows::close);
            return new ItemFile(rows.map(ItemFile::line).iterator(), null, List.copyOf(opened));
        } catch (Unreadable e) {
            closeAll(opened);
            throw e;
        } catch (IOException | RuntimeException e) {
            closeAll(opened);
            throw notASheet(1, e);
        }
    }

    /** The library throws whatever its parts throw at what they did not expect. */
    private static Unreadable notASheet(int line, Exception cause) {
        Unreadable unreadable = new Unreadable(line, "", "sheet-form");
        unreadable.initCause(cause);
        return unreadable;
    }

    private static void mayBeRead(Path copy) throws IOException {
        SheetParts parts = SheetParts.of(copy);
        if (!parts.readable()) {
            throw new Unreadable(1, "", "sheet-form");
        }
        if (parts.shared() > SHARED_TEXTS || parts.longest() > ONE_TEXT) {
            throw new Unreadable(
                    1, "", "sheet-too-large", Long.toString(SHARED_TEXTS / 1024 / 1024));
        }
    }

    private static Line line(Row row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < Math.min(row.getCellCount(), 200); i++) {
            cells.add(row.getOptionalCell(i).map(ItemFile::text).orElse(""));
        }
        return new Line(row.getRowNum(), cells);
    }

    /** A date as a date; a number without an exponent, as far as a sheet has its digits at all. */
    private static String text(Cell cell) {
        if (cell.getType() != CellType.NUMBER) {
            return cell.getText();
        }
        String format = cell.getDataFormatString();
        if (format != null && format.contains("yy")) {
            return cell.asDate().toLocalDate().toString();
        }
        BigDecimal number = cell.asNumber().stripTrailingZeros();
        if (Math.abs((long) number.scale()) > MOST_PLACES) {
            return "#" + number;
        }
        return number.precision() - number.scale() > MOST_DIGITS
                ? "#" + number.toPlainString()
                : number.toPlainString();
    }
}
