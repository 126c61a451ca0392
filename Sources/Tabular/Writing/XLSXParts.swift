import Kernel

/// The fixed texts of a workbook's parts.
enum XLSXParts {
    private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let package = "http://schemas.openxmlformats.org/package/2006"
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let type = "application/vnd.openxmlformats-officedocument.spreadsheetml"

    static let relations = """
        \(head)<Relationships xmlns="\(package)/relationships"><Relationship Id="rId1" \
        Type="\(office)/officeDocument" Target="xl/workbook.xml"/></Relationships>
        """

    static func contentTypes(_ sheets: Int) -> String {
        let parts = (1...sheets).map {
            "<Override PartName=\"/xl/worksheets/sheet\($0).xml\" ContentType=\"\(type).worksheet+xml\"/>"
        }
        return """
            \(head)<Types xmlns="\(package)/content-types">\
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            <Default Extension="xml" ContentType="application/xml"/>\
            <Override PartName="/xl/workbook.xml" ContentType="\(type).sheet.main+xml"/>\
            <Override PartName="/xl/styles.xml" ContentType="\(type).styles+xml"/>\
            \(parts.joined())</Types>
            """
    }

    /// The workbook with its sheets and, for those with headings, the hidden name that filters need.
    static func workbook(_ names: [String], _ filters: [String?]) -> String {
        let sheets = names.enumerated().map { index, name in
            "<sheet name=\"\(XMLText.escaped(name))\" sheetId=\"\(index + 1)\" r:id=\"rId\(index + 1)\"/>"
        }
        let defined = zip(names, filters).enumerated().compactMap { index, entry -> String? in
            guard let filter = entry.1 else { return nil }
            let corners = filter.split(separator: ":").map { corner in
                "$\(corner.prefix { $0.isLetter })$\(corner.drop { $0.isLetter })"
            }
            let sheet = entry.0.split(separator: "'", omittingEmptySubsequences: false).joined(
                separator: "''"
            )
            let range = XMLText.escaped("'\(sheet)'!\(corners.joined(separator: ":"))")
            return """
                <definedName name="_xlnm._FilterDatabase" localSheetId="\(index)" hidden="1">\(range)</definedName>
                """
        }
        return """
            \(head)<workbook xmlns="\(main)" xmlns:r="\(office)"><bookViews><workbookView/></bookViews>\
            <sheets>\(sheets.joined())</sheets>\
            \(defined.isEmpty ? "" : "<definedNames>\(defined.joined())</definedNames>")</workbook>
            """
    }

    static func workbookRelations(_ sheets: Int) -> String {
        let parts = (1...sheets).map {
            """
            <Relationship Id="rId\($0)" Type="\(office)/worksheet" Target="worksheets/sheet\($0).xml"/>
            """
        }
        return """
            \(head)<Relationships xmlns="\(package)/relationships">\(parts.joined())\
            <Relationship Id="rId\(sheets + 1)" Type="\(office)/styles" Target="styles.xml"/></Relationships>
            """
    }

    static func sheetStart(widths: [Int], frozen: Bool, first: Bool) -> String {
        let pane = """
            <pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>\
            <selection pane="bottomLeft"/>
            """
        let columns = widths.enumerated().map { index, width in
            "<col min=\"\(index + 1)\" max=\"\(index + 1)\" width=\"\(width)\" customWidth=\"1\"/>"
        }
        return """
            \(head)<worksheet xmlns="\(main)"><sheetViews>\
            <sheetView\(first ? " tabSelected=\"1\"" : "") workbookViewId="0">\(frozen ? pane : "")</sheetView>\
            </sheetViews>\(columns.isEmpty ? "" : "<cols>\(columns.joined())</cols>")<sheetData>
            """
    }

    static func sheetEnd(filter: String?) -> String {
        "</sheetData>\(filter.map { "<autoFilter ref=\"\($0)\"/>" } ?? "")</worksheet>"
    }

    /// A text cell behind its name.
    static func text(_ text: String, _ style: Int) -> String {
        let bytes = text.utf8
        let kept = bytes.first ?? 0 <= 32 || bytes.last ?? 0 <= 32 || bytes.contains(10)
        let space = kept ? " xml:space=\"preserve\"" : ""
        let styled = style == 0 ? "" : " s=\"\(style)\""
        return "\(styled) t=\"inlineStr\"><is><t\(space)>\(XMLText.cell(text))</t></is></c>"
    }

    /// The number that a workbook keeps a day as, in the system from 1900; nil for days that it cannot hold.
    static func serial(_ day: Day) -> Int? {
        let serial = day.number + 25_569
        if serial >= 61 { return serial < 2_958_466 ? serial : nil }
        return serial > 1 ? serial - 1 : nil
    }
}
