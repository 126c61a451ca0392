internal import Foundation

extension DocumentMaker {
    /// The page with pictures of pixels in place of its drawings, for a program that does not draw.
    ///
    /// Of the two drawings of a chart the one for paper stays. Figures become plain divisions: pandoc takes the first
    /// picture of a figure, which may be a sign of its key, and leaves out the rest.
    ///
    /// - Throws: a `Refusal` where the program that draws is missing or fails.
    public func drawn(_ page: HTML, dated date: Int = 0) async throws -> HTML {
        var rest = Substring(page.string)
        var done = ""
        while let start = rest.range(of: "<svg"),
            let end = rest.range(of: "</svg>", range: start.upperBound..<rest.endIndex)
        {
            done += rest[..<start.lowerBound]
            done += try await picture(String(rest[start.lowerBound..<end.upperBound]), date)
            rest = rest[end.upperBound...]
        }
        done += rest
        for (name, plain) in [("figure", "div"), ("figcaption", "div")] {
            done = done.replacing("<\(name)", with: "<\(plain)").replacing("</\(name)>", with: "</\(plain)>")
        }
        return HTML(done)
    }

    /// A drawing as a picture within the page; nothing for the one that phones get.
    private func picture(_ drawing: String, _ date: Int) async throws -> String {
        guard !drawing.hasPrefix("<svg class=\"slim\"") else { return "" }
        // Within a page a drawing needs no namespace; as a file of its own it is none without.
        let opening = "<svg xmlns=\"http://www.w3.org/2000/svg\""
        let bytes = try await make(.picture, of: HTML(opening + String(drawing.dropFirst(4))), dated: date)
        let data = Data(bytes).base64EncodedString()
        let words = DocumentMaker.summary(of: drawing)
        let size = words == nil ? "width=\"14\" height=\"14\"" : "width=\"100%\""
        return "<img \(size) alt=\"\(words ?? "")\" src=\"data:image/png;base64,\(data)\">"
    }

    /// What a chart says of itself; nil for a sign of a key.
    private static func summary(of drawing: String) -> String? {
        guard let start = drawing.range(of: "<desc"), let end = drawing.range(of: "</desc>"),
            let open = drawing.range(of: ">", range: start.upperBound..<end.lowerBound)
        else { return nil }
        return String(drawing[open.upperBound..<end.lowerBound]).replacing("\"", with: "&quot;")
    }
}

extension HTML {
    /// Markup that was taken from a page and put together again.
    fileprivate init(_ markup: String) {
        self.init()
        bytes = Array(markup.utf8)
    }
}
