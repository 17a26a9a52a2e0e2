package cn.publiccredit.subject.collection.file.xlsx;

import cn.publiccredit.subject.collection.file.FileDefect;
import cn.publiccredit.subject.collection.file.UnreadableFile;
import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** One XML part, pulled element by element; nothing from outside is ever fetched, and nothing in it may be endless. */
final class Xml {

    private static final int LONGEST_ATTRIBUTE = 1 << 15;
    private static final int MOST_ATTRIBUTES = 200;
    private static final int DEEPEST = 100;

    private final XMLStreamReader reader;
    private final StepBound steps;
    private final NameBound names = new NameBound();

    Xml(InputStream part) throws IOException {
        // One factory a part: its table of names grows with the names that a file makes up.
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(WstxInputProperties.P_LAZY_PARSING, false);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, LONGEST_ATTRIBUTE);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MOST_ATTRIBUTES);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, DEEPEST);
        this.steps = new StepBound(part);
        try {
            this.reader = factory.createXMLStreamReader(steps);
        } catch (XMLStreamException e) {
            throw failure(e);
        }
    }

    /** Goes on to the next beginning or end of an element, or stretch of text. @return false at the document's end */
    boolean next() throws IOException {
        try {
            while (reader.hasNext()) {
                int event = reader.next();
                steps.stepped();
                switch (event) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        noteNames();
                        return true;
                    }
                    case XMLStreamConstants.END_ELEMENT, XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                        return true;
                    }
                    case XMLStreamConstants.PROCESSING_INSTRUCTION -> names.met(reader.getPITarget());
                    // Parts of workbooks have none (ECMA-376 part 2, 8.1.4).
                    case XMLStreamConstants.DTD -> throw new UnreadableFile(FileDefect.WORKBOOK, null);
                    default -> { }
                }
            }
            return false;
        } catch (XMLStreamException e) {
            throw failure(e);
        }
    }

    private void noteNames() throws UnreadableFile {
        names.met(reader.getLocalName());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            names.met(reader.getAttributeLocalName(i));
        }
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            String prefix = reader.getNamespacePrefix(i);
            if (prefix != null) {
                names.met(prefix);
            }
        }
    }

    boolean isStart(String name) {
        return reader.getEventType() == XMLStreamConstants.START_ELEMENT && reader.getLocalName().equals(name);
    }

    boolean isEnd(String name) {
        return reader.getEventType() == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals(name);
    }

    boolean isText() {
        return reader.hasText() && !reader.isStartElement() && !reader.isEndElement();
    }

    /** An attribute, whatever its namespace; null when the element has none of that name. */
    @Nullable String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /** Appends the stretch of text that stands here. */
    void text(BoundedText target) {
        target.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
    }

    // A broken part is the file's fault; a store that does not answer is not.
    private static IOException failure(XMLStreamException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnreadableFile unreadable) {
                return unreadable;
            }
            if (cause instanceof IOException failed && !(cause instanceof CharConversionException)) {
                return failed;
            }
        }
        return e.getNestedException() instanceof UnreadableFile unreadable
                ? unreadable
                : new UnreadableFile(FileDefect.WORKBOOK, e);
    }
}
