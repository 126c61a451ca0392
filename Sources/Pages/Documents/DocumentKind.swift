/// A kind of file that a program of the system makes of a page in HTML.
public struct DocumentKind: Sendable {
    /// The program.
    public let program: String
    /// The Debian package that brings it.
    public let source: String
    /// The end of the file's name: `pdf`.
    public let ending: String
    /// Its media type.
    public let mediaType: String
    let arguments: [String]

    private init(
        program: String,
        from source: String? = nil,
        ending: String,
        mediaType: String,
        arguments: [String]
    ) {
        self.program = program
        self.source = source ?? program
        self.ending = ending
        self.mediaType = mediaType
        self.arguments = arguments
    }

    static let input = "page.html"
    static let output = "document"

    /// A tagged PDF (PDF/UA-1) by WeasyPrint, so that a screen reader finds headings and tables in it.
    public static let pdf = DocumentKind(
        program: "weasyprint",
        ending: "pdf",
        mediaType: "application/pdf",
        arguments: ["--pdf-variant", "pdf/ua-1", "--encoding", "utf-8", "--quiet", input, output]
    )

    /// A document of a word processor by pandoc.
    ///
    /// Debian's pandoc cannot run with `--sandbox`, as its own parts are files; it is kept from the network instead.
    public static let docx = DocumentKind(
        program: "pandoc",
        ending: "docx",
        mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        arguments: ["--from", "html", "--to", "docx", "--output", output, input]
    )

    /// A picture of pixels by librsvg, of a drawing in SVG; twice as fine as the drawing's own size.
    public static let picture = DocumentKind(
        program: "rsvg-convert",
        from: "librsvg2-bin",
        ending: "png",
        mediaType: "image/png",
        arguments: ["--format", "png", "--zoom", "2", "--output", output, input]
    )
}
