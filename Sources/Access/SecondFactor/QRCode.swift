internal import CQR
package import Pages

/// A QR code: its modules, and the drawing of them.
package struct QRCode: Sendable {
    /// Modules along one side, without the quiet zone.
    package let width: Int
    private let modules: [Bool]

    /// The code of a text with medium error correction; nil where it is too long for one.
    package init?(_ text: String) {
        guard let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else { return nil }
        defer { QRcode_free(code) }
        let side = Int(code.pointee.width)
        guard side > 0, let data = code.pointee.data else { return nil }
        width = side
        // The lowest bit of each byte is the colour of the module; the others are the library's own.
        modules = (0..<side * side).map { data[$0] & 1 == 1 }
    }

    /// Whether the module is dark.
    package func isDark(row: Int, column: Int) -> Bool { modules[row * width + column] }

    /// The dark modules as the data of an SVG path, one unit a module: each run of a row is one rectangle.
    package var path: String {
        var out = ""
        for row in 0..<width {
            var column = 0
            while column < width {
                var end = column
                while end < width, isDark(row: row, column: end) { end += 1 }
                if end > column { out += "M\(column) \(row)h\(end - column)v1h-\(end - column)z" }
                column = max(end, column + 1)
            }
        }
        return out
    }

    /// The code as a picture of its own colours, with the quiet zone of four modules that readers need.
    package func picture(title: String) -> HTML {
        let side = width + 8
        return """
            <svg class="qr" role="img" width="232" height="232" viewBox="-4 -4 \(side) \(side)" \
            shape-rendering="crispEdges"><title>\(title)</title>\
            <rect x="-4" y="-4" width="\(side)" height="\(side)" fill="#ffffff"></rect>\
            <path d="\(path)" fill="#000000"></path></svg>
            """
    }
}
