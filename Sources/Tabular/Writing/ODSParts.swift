import Kernel

/// The fixed texts of a spreadsheet's parts, and its cells.
enum ODSParts {
    private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    private static let names = "urn:oasis:names:tc:opendocument:xmlns"
    static let blank = "<table:table-cell/>"
    static let contentEnd = "</office:spreadsheet></office:body></office:document-content>"

    static let manifest = """
        \(head)<manifest:manifest xmlns:manifest="\(names):manifest:1.0" manifest:version="1.2">\
        <manifest:file-entry manifest:full-path="/" manifest:version="1.2" \
        manifest:media-type="\(ODSTable.type)"/>\
        <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>\
        </manifest:manifest>
        """

    /// The styles must stand before the cells, which come as a stream: all that cells can need are there.
    static let contentStart = """
        \(head)<office:document-content xmlns:office="\(names):office:1.0" xmlns:table="\(names):table:1.0" \
        xmlns:text="\(names):text:1.0" xmlns:style="\(names):style:1.0" \
        xmlns:fo="\(names):xsl-fo-compatible:1.0" xmlns:number="\(names):datastyle:1.0" \
        office:version="1.2"><office:automatic-styles>\(styles)</office:automatic-styles>\
        <office:body><office:spreadsheet>
        """

    static func text(_ text: String, style: String? = nil) -> String {
        if text.isEmpty { return blank }
        let styled = style.map { " table:style-name=\"\($0)\"" } ?? ""
        let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
        let paragraphs = lines.map { "<text:p>\(paragraph(String($0)))</text:p>" }.joined()
        return "<table:table-cell\(styled) office:value-type=\"string\">\(paragraphs)</table:table-cell>"
    }

    static func cell(_ cell: TableCell) -> String {
        switch cell {
        case .blank: blank
        case .text(let words): text(words)
        case .integer(let number): value("float", number, 0, shown: String(number), "n0")
        case .decimal(let scaled, let decimals):
            value("float", scaled, decimals, shown: decimalText(scaled, decimals), "n\(min(decimals, 9))")
        case .percent(let scaled, let decimals):
            value(
                "percentage",
                scaled,
                decimals + 2,
                shown: decimalText(scaled, decimals) + "%",
                "p\(min(decimals, 9))"
            )
        case .day(let day):
            """
            <table:table-cell table:style-name="d" office:value-type="date" office:date-value="\(day)">\
            <text:p>\(Format(.lv).day(day).dropLast())</text:p></table:table-cell>
            """
        }
    }

    private static func value(
        _ type: String,
        _ scaled: Int,
        _ decimals: Int,
        shown: String,
        _ style: String
    ) -> String {
        // A spreadsheet keeps 15 digits: longer numbers stay whole as text.
        if scaled.magnitude >= 1_000_000_000_000_000 { return text(shown) }
        return """
            <table:table-cell table:style-name="\(style)" office:value-type="\(type)" \
            office:value="\(decimalText(scaled, decimals))"><text:p>\(shown)</text:p></table:table-cell>
            """
    }

    /// Blanks at the ends and in a run have their own elements: the XML around them may be laid out anew.
    private static func paragraph(_ line: String) -> String {
        var out = ""
        var blanks = 0
        for scalar in line.unicodeScalars {
            if scalar == " " {
                blanks += 1
                continue
            }
            out += spaces(blanks, atEdge: out.isEmpty)
            blanks = 0
            out += scalar == "\t" ? "<text:tab/>" : XMLText.escaped(String(scalar))
        }
        return out + spaces(blanks, atEdge: true)
    }

    private static func spaces(_ count: Int, atEdge: Bool) -> String {
        if count == 0 { return "" }
        return count == 1 && !atEdge ? " " : "<text:s text:c=\"\(count)\"/>"
    }

    private static var styles: String {
        let widths = (8...80).map {
            """
            <style:style style:name="w\($0)" style:family="table-column"><style:table-column-properties \
            style:column-width="\(decimalText($0 * 20, 2))cm"/></style:style>
            """
        }
        let numbers = (0...9).map { decimals in
            let number =
                "<number:number number:decimal-places=\"\(decimals)\" number:min-integer-digits=\"1\"/>"
            return """
                <number:number-style style:name="fn\(decimals)">\(number)</number:number-style>\
                <number:percentage-style style:name="fp\(decimals)">\(number)<number:text>%</number:text>\
                </number:percentage-style>\(cellStyle("n\(decimals)"))\(cellStyle("p\(decimals)"))
                """
        }
        return """
            \(widths.joined())\(numbers.joined())<number:date-style style:name="fd">\
            <number:day number:style="long"/><number:text>.</number:text><number:month number:style="long"/>\
            <number:text>.</number:text><number:year number:style="long"/></number:date-style>\
            \(cellStyle("d"))<style:style style:name="h" style:family="table-cell">\
            <style:text-properties fo:font-weight="bold"/></style:style>
            """
    }

    private static func cellStyle(_ name: String) -> String {
        "<style:style style:name=\"\(name)\" style:family=\"table-cell\" style:data-style-name=\"f\(name)\"/>"
    }
}
