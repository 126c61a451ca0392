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
                lv:
                    "Izglītojamie, par kuriem šajā sanāksmē būtu jārunā. Atstājiet atzīmētos, ko pārrunāsiet.",
                en: "Pupils whom this meeting should speak of. Leave those ticked whom you will discuss."
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
        let options = proposal.lines.map { line in
            let place = line.place[language].isEmpty ? "" : ", \(line.place[language])"
            let off = line.wasOff ? [Text(lv: "iepriekš izņemts", en: "taken off before")] : []
            return Option(
                String(line.pupil.rawValue),
                line.name + place,
                hint: (line.reasons.words + off).map { $0[language] }.joined(separator: ", ")
            )
        }
        let ticked = Set(proposal.lines.filter { !$0.wasOff }.map { String($0.pupil.rawValue) })
        return Form(
            id: "gather",
            language,
            action: Address("/meetings/\(String(id))/gather"),
            csrf: request.formToken,
            parts: [
                .field(
                    Field(
                        "pupils",
                        Text(lv: "Izglītojamie", en: "Pupils")[language],
                        .checkboxes(options, chosen: ticked),
                        error: errors.byField["pupils"]?[language]
                    )
                )
            ],
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
        let pupils = Set((request.form["pupils"] ?? []).compactMap { Int($0) })
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
