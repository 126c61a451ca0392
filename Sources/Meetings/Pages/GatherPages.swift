internal import Frame
internal import Kernel
internal import Pages
internal import Registry
internal import Storage

/// Whom the system would put on the agenda; a person ticks.
struct GatherPage: Page {
    let method = PageMethod.get
    let path = "/meetings/:meeting/gather"
    let permission = Permission.joinCases
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        .page(try await GatherPage.content(request, desk))
    }

    static func content(
        _ request: PageRequest,
        _ desk: Desk,
        _ errors: FieldErrors = FieldErrors()
    ) async throws -> PageContent {
        let id = try request.number("meeting")
        let language = request.language
        let (meeting, place, proposal) = try await desk.database.data.read { connection in
            let (meeting, _) = try MeetingGate(desk, connection).enter(id)
            guard meeting.state.takesItems else { throw Refusal.minutesFrozen }
            let names = RegistryNames(
                tenant: desk.tenant,
                year: SchoolYear(containing: meeting.day),
                connection
            )
            return (
                meeting, MeetingContent.place(meeting.institution, names),
                try AgendaProposal.load(meeting, desk, connection)
            )
        }
        let head = PageHead(
            Text(lv: "Sastādīt darba kārtību", en: "Put the agenda together")[language],
            lede: Text(
                lv: """
                    Atzīmēti tie, par kuriem ir lūgums vai kuriem pienākusi pārskatīšana. No jaunajām riska pazīmēm \
                    atzīmējiet tās, kuras pārrunāsiet.
                    """,
                en: """
                    Those are ticked whom somebody asked about or whose review is due. Of the new signs of risk, tick \
                    those that you will discuss.
                    """
            )[language]
        )
        var content = PageContent(
            Text(lv: "Sastādīt darba kārtību", en: "Put the agenda together"),
            "\(head)\(body(proposal, request, id, errors))",
            crumbs: [
                PageContent.Crumb(MeetingsPage.title, "/meetings"),
                PageContent.Crumb(MeetingWords.title(meeting, place), "/meetings/\(id)"),
            ],
            persons: proposal.lines.map(\.pupil),
            status: errors.isEmpty ? 200 : 422
        )
        content.record = "meeting \(id)"
        return content
    }

    private static func body(
        _ proposal: AgendaProposal,
        _ request: PageRequest,
        _ id: Int,
        _ errors: FieldErrors
    ) -> HTML {
        let language = request.language
        guard !proposal.lines.isEmpty else {
            return EmptyState(
                Text(
                    lv: "Nav jaunu pazīmju, nokavētu pārskatīšanu un lūgumu",
                    en: "There are no new signs, overdue reviews or requests"
                )[language],
                advice: Text(
                    lv:
                        "Visi, par kuriem būtu jārunā, jau ir darba kārtībā. Citu izglītojamo pievieno viņa lapā „Sanāksmes”.",
                    en:
                        "All who should be spoken of are on the agenda. Another pupil is added on the pupil’s page “Meetings”."
                )[language],
                link: Link(
                    Text(lv: "Uz sanāksmi", en: "To the meeting")[language],
                    Address("/meetings/\(String(id))")
                )
            ).html
        }
        return Form(
            id: "gather",
            language,
            action: Address("/meetings/\(String(id))/gather"),
            csrf: request.formToken,
            parts: GatherChoices(proposal: proposal, language: language, errors: errors).parts,
            buttons: [Button(Text(lv: "Iekļaut darba kārtībā", en: "Put on the agenda")[language])],
            cancel: Address("/meetings/\(String(id))")
        ).html
    }
}

/// Puts those who were ticked on the agenda.
struct GatherAction: Page {
    let method = PageMethod.post
    let path = "/meetings/:meeting/gather"
    let permission = Permission.joinCases
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let id = try request.number("meeting")
        let pupils = GatherChoices.chosen(in: request.form)
        do {
            let count = try await AgendaWork(desk).gather(pupils, for: id)
            let added = Noun(lv: "izglītojamais", "izglītojamie", en: "pupil", "pupils").counted(count)
            return .redirect(
                "/meetings/\(id)",
                notice: Text(
                    lv: "Darba kārtībai pievienoti: \(added.lv).",
                    en: "Added to the agenda: \(added.en)."
                )
            )
        } catch let errors as FieldErrors {
            return .page(try await GatherPage.content(request, desk, errors))
        }
    }
}
