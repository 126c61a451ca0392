internal import Frame
internal import Kernel
internal import Pages

/// An annual report as a page of its own, for the programs that make files of it.
struct AnnualFile {
    let found: AnnualDesk.Found
    let language: Language

    /// What a page answers: the report that its address names, as whoever asks finds it, as a file.
    static func answer(
        _ request: PageRequest,
        _ kind: DocumentKind,
        by maker: DocumentMaker,
        _ find: (Int) async throws -> AnnualDesk.Found
    ) async throws -> PageResponse {
        let file = AnnualFile(found: try await find(try request.number("report")), language: request.language)
        let bytes = try await file.made(kind, by: maker)
        return .file(FileContent(name: file.name(kind.ending), type: kind.mediaType, bytes: bytes))
    }

    /// The date of the file: the day of its figures, in seconds since 1970.
    var date: Int { found.content.day * 86_400 }

    /// The name of the file without its end: `PMP-2024-2025-lv`.
    func name(_ ending: String) -> String {
        let code = found.plan.programme.code.unicodeScalars.map { letter -> String in
            letter.isASCII && (letter.properties.isAlphabetic || letter.properties.numericType != nil)
                ? String(letter) : "-"
        }
        return "\(code.joined())-\(found.report.year)-\(language.rawValue).\(ending)"
    }

    /// The file; a word processor's document has charts where the program that draws them is there and does.
    func made(_ kind: DocumentKind, by maker: DocumentMaker) async throws -> [UInt8] {
        var page = html(kind)
        if kind.ending == DocumentKind.docx.ending, maker.has(.picture) {
            do {
                page = try await maker.drawn(html(kind, hasCharts: true), dated: date)
            } catch is Refusal {
                // Tables say what charts say: the document is made without them.
            }
        }
        return try await maker.make(kind, of: page, dated: date)
    }

    /// The whole document; with its stylesheet and charts for paper, plain for a word processor.
    func html(_ kind: DocumentKind, hasCharts: Bool = false) -> HTML {
        let isPaper = kind.ending == DocumentKind.pdf.ending
        var paper = AnnualPaper(found, language)
        paper.hasCharts = isPaper || hasCharts
        // A word processor's document gets its title from the head.
        let title: HTML? = isPaper ? "<h1>\(found.report.title, language)</h1>" : nil
        let draft: HTML? =
            found.report.state.isFrozen
            ? nil
            : "<p><strong>\(Text(lv: "Projekts: skaitļi vēl var mainīties.", en: "A draft: figures may still change."), language)</strong></p>"
        let style: HTML? = isPaper ? "<style>\(HTML(trusted: AnnualFile.style))</style>" : nil
        let pages = Text(lv: "latviski", en: "english")[language]
        return """
            <!doctype html><html lang="\(language.rawValue)"><head><meta charset="utf-8">\
            <title>\(found.plan.programme.title): \(found.report.title, language)</title>\(style)</head>\
            <body class="\(pages)">\(title)<p class="lede">\(paper.lede)</p>\(draft)\(paper.html)</body></html>
            """
    }

    private static let style: StaticString = """
        @page { size: A4 landscape; margin: 14mm 15mm 16mm;
          @bottom-right { content: counter(page) " / " counter(pages); font: 8.5pt Inter, sans-serif; color: #5c6167 } }
        body { font: 9pt/1.4 Inter, "DejaVu Sans", sans-serif; color: #1a1d21 }
        h1 { font-size: 20pt; margin: 0 0 2mm } h2 { font-size: 13pt; margin: 7mm 0 2mm } h3 { font-size: 10pt }
        h1, h2, h3, h2 + p, figcaption, .key { break-after: avoid } h1, h2, h3 { line-height: 1.2 }
        .lede, figcaption, .note { color: #5c6167 }
        table { border-collapse: collapse; width: 100%; margin: 0 0 4mm }
        caption, .unseen, .slim, .legend { position: absolute; left: -9999px }
        th, td { text-align: left; vertical-align: top; padding: 1.2mm 1.6mm; border-bottom: .3pt solid #e2dfd8;
          font-weight: normal; font-size: 8pt; overflow-wrap: break-word }
        thead th { font-weight: 600; border-bottom: .8pt solid #1a1d21 } tfoot > tr > * { font-weight: 600 }
        .n { text-align: right; white-space: nowrap } thead .n { white-space: normal } .narrow { width: 9mm }
        .broad { width: 24% }
        /* A sum stands once, below all rows. A table that fits on a page is not parted from its head or its sum. */
        tfoot { display: table-row-group; break-before: avoid }
        .table, tr, figure, .counts > div { break-inside: avoid }
        .counts { display: flex; flex-wrap: wrap; margin: 0 0 4mm }
        .counts > div { width: 30%; margin: 0 3% 3mm 0 } .counts dt { color: #5c6167 }
        .counts dd { margin: 0; font-size: 14pt; font-weight: 600 }
        figure { margin: 0 0 4mm } figure svg { width: 180mm } .chart-title { font-weight: 600; color: #1a1d21; margin: 0 }
        .key { list-style: none; padding: 0; margin: 1mm 0 2mm } .key li { display: inline-block; margin-right: 5mm }
        .key svg { width: 3mm; height: 3mm; margin-right: 1.5mm }
        .empty h2 { font-size: 9pt; margin: 0 } .empty p { margin: 0 0 4mm }
        """
}
