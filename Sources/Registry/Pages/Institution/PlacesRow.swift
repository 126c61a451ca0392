import Frame
import Kernel
import Pages

/// Founders and addresses of an institution and of its programmes on a page of their own.
struct PlacesRow: EditedRow {
    static let path = "/institutions/:institution/places"
    static let permission = Permission.editRegisters
    static let scope = PageScope.institution

    static let title = Text(lv: "Dibinātājs un adreses", en: "Founder and addresses")

    let desk: Desk
    let institution: InstitutionID

    init(_ request: PageRequest, _ desk: Desk) throws {
        self.desk = desk
        institution = InstitutionID(rawValue: try request.number("institution"))
    }

    private var editor: PlacesEditor { PlacesEditor(desk: desk, institution: institution) }
    private var back: String { "/institutions/\(institution.rawValue)" }

    func load() async throws -> EditedState {
        let record = try await editor.record()
        let parts = record.parts
        var state = EditedState(
            title: PlacesRow.title,
            lede: Text(same: record.name) + PlacesRow.lede,
            crumbs: [
                PageContent.Crumb(InstitutionsPage.title, "/institutions"),
                PageContent.Crumb(Text(same: record.name), back),
            ],
            address: "\(back)/places",
            back: back,
            fields: { PlacesRecord.fields(parts, $0) },
            texts: record.texts,
            version: record.version,
            history: try await editor.history()
        )
        state.isInLines = true
        return state
    }

    func save(_ texts: EditTexts, version: Int) async throws -> EditSaved {
        try await editor.change(version: version, texts)
        return EditSaved(address: back)
    }

    func restore(change: Int, version: Int) async throws {
        try await editor.restore(change: change, version: version)
    }

    private static let lede = Text(
        lv: """
            . Katra rinda ir spēkā no savas dienas līdz nākamās rindas dienai; tukša diena nozīmē, ka sākums nav zināms. \
            Pēc saglabāšanas parādās vēl viena tukša rinda; iztukšota rinda izzūd.
            """,
        en: """
            . Each line holds from its day to that of the next; no day says that the beginning is not known. After saving \
            there is another empty line; a line that is emptied goes.
            """
    )
}
