/// A kind of file that a program of the system makes of a page in HTML.
public struct DocumentKind: Sendable {
    /// The program, which is also the Debian package that brings it.
    public let program: String
    /// The end of the file's name: `pdf`.
    public let ending: String
    /// Its media type.
    public let mediaType: String
    let arguments: [String]

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
}
