/// The cell styles that a workbook turned out to need, numbered as they came.
struct XLSXStyles {
    /// A look of a cell.
    enum Style: Hashable {
        case plain, heading, integer, day
        case decimal(Int)
        case percent(Int)
    }

    private var known: [Style] = [.plain, .heading]
    private var numbers: [Style: Int] = [.plain: 0, .heading: 1]

    /// The number that cells refer to a style by.
    mutating func number(_ style: Style) -> Int {
        if let number = numbers[style] { return number }
        known.append(style)
        numbers[style] = known.count - 1
        return known.count - 1
    }

    /// The part of the styles.
    var part: String {
        var formats = ""
        var styles = ""
        for (index, style) in known.enumerated() {
            let id = XLSXStyles.builtIn(style) ?? 164 + index
            if XLSXStyles.builtIn(style) == nil {
                formats += "<numFmt numFmtId=\"\(id)\" formatCode=\"\(XLSXStyles.code(style))\"/>"
            }
            styles += XLSXStyles.style(style, id)
        }
        let count = known.count { XLSXStyles.builtIn($0) == nil }
        return """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">\
            \(count > 0 ? "<numFmts count=\"\(count)\">\(formats)</numFmts>" : "")\
            <fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>\
            <font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>\
            <fills count="2"><fill><patternFill patternType="none"/></fill>\
            <fill><patternFill patternType="gray125"/></fill></fills>\
            <borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>\
            <border><left/><right/><top/><bottom style="thin"><color auto="1"/></bottom><diagonal/></border>\
            </borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>\
            </cellStyleXfs><cellXfs count="\(known.count)">\(styles)</cellXfs>\
            <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>\
            </styleSheet>
            """
    }

    private static func style(_ style: Style, _ id: Int) -> String {
        guard style == .heading else {
            let applied = id == 0 ? "" : " applyNumberFormat=\"1\""
            return "<xf numFmtId=\"\(id)\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"\(applied)/>"
        }
        return """
            <xf numFmtId="0" fontId="1" fillId="0" borderId="1" xfId="0" applyFont="1" applyBorder="1" \
            applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
            """
    }

    private static func builtIn(_ style: Style) -> Int? {
        switch style {
        case .plain, .heading: 0
        case .integer: 1
        case .decimal(2): 2
        case .percent(0): 9
        case .percent(2): 10
        case .day, .decimal, .percent: nil
        }
    }

    private static func code(_ style: Style) -> String {
        switch style {
        case .plain, .heading: "General"
        case .integer: "0"
        case .day: "dd\\.mm\\.yyyy"
        case .decimal(let decimals): digits(decimals)
        case .percent(let decimals): digits(decimals) + "%"
        }
    }

    private static func digits(_ decimals: Int) -> String {
        decimals > 0 ? "0." + String(repeating: "0", count: decimals) : "0"
    }
}
