import Frame
import Kernel
import Pages

/// The first step: the file, and what it does not say itself.
struct UploadPage: Page {
    let method = PageMethod.get
    let path = "/imports/new"
    let permission = Permission.importData
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        .page(try await UploadPage.content(request, desk, error: nil))
    }

    static func content(
        _ request: PageRequest,
        _ desk: Desk,
        error: String?
    ) async throws -> PageContent {
        let language = request.language
        let mappings = try await SavedColumns(desk: desk).choices()
        let place = ImportPlaces.field(try await ImportPlaces.choices(desk), request)
        let title = Text(lv: "Importēt failu", en: "Import a file")
        let form = Form(
            id: "upload",
            language,
            action: "/imports/new",
            csrf: request.formToken,
            parts: (fields(request, desk, mappings, error) + place).map { .field($0) },
            buttons: [Button(Text(lv: "Tālāk", en: "Continue")[language])],
            cancel: "/imports"
        )
        let lede = Text(
            lv: """
                CSV, XLSX, ODS vai ZIP ar CSV tabulām, līdz 500 MB. Nekas netiek mainīts, kamēr neapstiprināsiet izmaiņas.
                """,
            en: """
                CSV, XLSX, ODS, or a zip file of CSV tables, up to 500 MB. Nothing is changed until you confirm the changes.
                """
        )
        let samples = Link(
            Text(lv: "Paraugu faili", en: "Sample files")[language],
            "/imports/samples"
        ).html
        let body: HTML = """
            \(ImportPageWords.steps(0, language))\
            \(PageHead(title[language], lede: lede[language], actions: [samples]))\(form)
            """
        return PageContent(
            title,
            body,
            crumbs: [ImportPageWords.crumb],
            status: error == nil ? 200 : 422
        )
    }

    private static func fields(
        _ request: PageRequest,
        _ desk: Desk,
        _ mappings: [Mapping],
        _ error: String?
    ) -> [Field] {
        let language = request.language
        func words(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }
        let automatic = Option("", words("Noteikt pēc faila", "Recognise from the file"))
        let formats = desk.house.formats.map { Option($0.name, $0.title[language]) }
        let named: [Field] = [
            Field(
                "file",
                words("Fails", "File"),
                .file(accept: ".csv,.txt,.xlsx,.ods,.zip"),
                hint: words(
                    "Failu importē tādu, kāds tas ir eksportēts: nekas nav jāpārveido.",
                    "The file is read as it was exported: nothing needs to be converted."
                ),
                error: error
            ),
            Field(
                "format",
                words("Faila veids", "Kind of file"),
                .select([automatic] + formats, chosen: request.field("format")),
                width: .long
            ),
            Field(
                "mapping",
                words("Saglabāts kartējums", "Saved mapping"),
                .select(
                    [Option("", words("Nav", "None"))]
                        + mappings.map { Option($0.name, $0.title[language]) },
                    chosen: request.field("mapping")
                ),
                width: .long
            ),
        ]
        return named + said(request, desk)
    }

    /// What a file may leave to be said: the time that it is about, and what a blank cell means.
    private static func said(_ request: PageRequest, _ desk: Desk) -> [Field] {
        let language = request.language
        func words(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }
        let present = SchoolYear(containing: desk.today)
        let years = (0..<8).map { SchoolYear(present.start + 1 - $0) }
        return [
            Field(
                "year",
                words("Mācību gads", "School year"),
                .select(
                    [Option("", words("Ir failā", "The file says it"))]
                        + years.map { Option($0.description, Format(language).schoolYear($0)) },
                    chosen: request.field("year")
                )
            ),
            Field(
                "term",
                words("Semestris", "Term"),
                .select(
                    [
                        Option("", words("Ir failā vai viss gads", "The file says it, or the whole year")),
                        Option("1", words("1. semestris", "Term 1")),
                        Option("2", words("2. semestris", "Term 2")),
                    ],
                    chosen: request.field("term")
                )
            ),
            Field(
                "blank",
                words("Tukša šūna žurnālā", "A blank cell of a journal"),
                .select(
                    [
                        Option("", words("Nav ziņu", "Nothing is known")),
                        Option(
                            Mapping.blankPresent,
                            words("Izglītojamais stundā bija", "The pupil was in the lesson")
                        ),
                    ],
                    chosen: request.field("blank")
                ),
                hint: words(
                    "Attiecas uz žurnāliem un kavējumu tabulām ar dienām kolonnās.",
                    "It is about journals and tables of absence with days as columns."
                )
            ),
        ]
    }
}

/// Keeps the uploaded files and goes on to the columns.
struct UploadAction: Page {
    let method = PageMethod.post
    let path = "/imports/new"
    let permission = Permission.importData
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let files = request.files.filter { $0.field == "file" && $0.size > 0 }
        guard !files.isEmpty else {
            let words = Text(lv: "Izvēlieties failu, kurā ir dati.", en: "Choose a file that holds data.")
            return .page(try await UploadPage.content(request, desk, error: words[request.language]))
        }
        let uploads = Uploads(desk)
        var kept: [Int] = []
        do {
            for file in files { kept.append(try await uploads.keep(file)) }
            let ticket = ImportTicket(request, uploads: kept)
            // A file that cannot be read at all is told at once, beside the field it came by.
            _ = try await FileLook.open(ticket.request, desk)
            return .redirect(ticket.address("/imports/columns").text)
        } catch let refusal as Refusal where refusal.kind == .invalid {
            for upload in kept { try await uploads.drop(upload) }
            let words = refusal.inWords(request.language)
            return .page(try await UploadPage.content(request, desk, error: words))
        }
    }
}
