import Frame
import Kernel
import Pages

/// The second step where it is not clear what a file is: every kind of file, those that may fit first, and the mappings
/// that were saved, so that nobody has to go back or to know names of formats.
struct KindForm: Sendable {
    private let ticket: ImportTicket
    private let look: FileLook
    private let request: PageRequest
    private let formats: [any ImportFormat.Type]
    private let mappings: [Mapping]

    static let title = Text(lv: "Izvēlieties faila veidu", en: "Choose the kind of file")

    private var language: Language { request.language }

    static func load(
        _ ticket: ImportTicket,
        _ look: FileLook,
        _ request: PageRequest,
        _ desk: Desk
    ) async throws -> KindForm {
        let fitting = look.candidates.map(\.format)
        let names = Set(fitting.map { $0.name })
        return KindForm(
            ticket: ticket,
            look: look,
            request: request,
            formats: fitting + desk.house.formats.filter { !names.contains($0.name) },
            mappings: try await SavedColumns(desk: desk).choices()
        )
    }

    /// Whether a form answers this question and not that of the columns.
    static func isAnswered(_ request: PageRequest) -> Bool { request.field("asked") == "kind" }

    var form: Form {
        let hidden =
            ticket.values.filter { !["format", "mapping"].contains($0.name) }
            + [(name: "asked", value: "kind")]
        var form = Form(
            id: "columns",
            language,
            action: "/imports/columns",
            csrf: request.formToken,
            parts: hidden.map { Form.Part.hidden(name: $0.name, value: $0.value) } + [
                .field(kinds), .field(saved),
            ],
            buttons: [Button(Text(lv: "Tālāk", en: "Continue")[language])],
            cancel: "/imports"
        )
        form.errors = look.question.map { [$0.inWords(language)] } ?? []
        return form
    }

    private var kinds: Field {
        let first = Text(
            lv: "Vispirms ir tie, kas failam varētu atbilst. ",
            en: "Those that may fit the file come first. "
        )
        let hint = Text(
            lv: "Nav jāizvēlas, ja zemāk izvēlaties saglabātu kartējumu.",
            en: "Not needed where you choose a saved mapping below."
        )
        return Field(
            "format",
            Text(lv: "Faila veids", en: "Kind of file")[language],
            .select(
                formats.map { Option($0.name, $0.title[language]) },
                chosen: ticket.format.isEmpty ? nil : ticket.format
            ),
            hint: (look.candidates.isEmpty ? "" : first[language]) + hint[language],
            width: .long
        )
    }

    private var saved: Field {
        let none = Option("", Text(lv: "Nav", en: "None")[language])
        return Field(
            "mapping",
            Text(lv: "Saglabāts kartējums", en: "Saved mapping")[language],
            .select(
                [none] + mappings.map { Option($0.name, $0.title[language]) },
                chosen: ticket.mapping
            ),
            isOptional: true,
            width: .long
        )
    }
}
