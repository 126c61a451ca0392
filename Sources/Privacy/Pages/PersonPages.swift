internal import Frame
internal import Kernel
internal import Pages
internal import Registry

/// Everything that is kept of the person who asked, and who looked at it (GDPR, article 15).
struct PersonPage: Page {
    let method = PageMethod.get
    let path = "/privacy/requests/:request/person"
    let permission = Permission.handlePrivacy
    let scope = PageScope.tenant

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let (found, records) = try await PersonPage.records(request, desk)
        try await RequestWork(desk: desk).note(.shown, found)
        let view = PersonView(records: records, language: request.language, today: desk.today)
        var content = PageContent(
            view.title,
            view.html,
            crumbs: [
                PageContent.Crumb(PrivacyPage.title, "/privacy"),
                PageContent.Crumb(found.kind.words, "/privacy/requests/\(found.id)"),
            ],
            persons: found.subject.pupils
        )
        content.staff = found.subject.staff
        return .page(content)
    }

    /// What is kept of the person of an open request; of one that was decided there is no need to look.
    static func records(
        _ request: PageRequest,
        _ desk: Desk
    ) async throws -> (request: PrivacyRequest, records: PersonRecords) {
        let found = try await RequestPage.find(request, desk)
        guard found.state.isOpen else { throw Refusal.requestDecided }
        let records =
            switch found.subject {
            case .pupil(let pupil): try await PersonRecords.load(pupil, desk)
            case .staff(let staff): try await StaffRecords.load(staff, desk)
            }
        guard let records else { throw Refusal.noSuchPage }
        return (found, records)
    }
}

/// The same as a file of tables (GDPR, articles 15(3) and 20).
struct PersonFilePage: Page {
    let method = PageMethod.get
    let path = "/privacy/requests/:request/file"
    let permission = Permission.handlePrivacy
    let scope = PageScope.tenant

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let (found, records) = try await PersonPage.records(request, desk)
        let bytes = try PersonFile(records: records, language: request.language).bytes()
        try await RequestWork(desk: desk).note(.filed, found)
        var file = FileContent(
            name: "sekme-personas-dati-\(found.id).zip",
            type: "application/zip",
            bytes: bytes,
            persons: found.subject.pupils
        )
        file.staff = found.subject.staff
        return .file(file)
    }
}

extension Refusal {
    fileprivate static let requestDecided = Refusal(
        .conflict,
        Text(lv: "Pieprasījums jau ir izlemts.", en: "The request was decided already."),
        advice: Text(
            lv: "Personas datus atver tikai atvērtam pieprasījumam; reģistrējiet jaunu.",
            en: "A person's data are opened for an open request only; register a new one."
        )
    )
}
