internal import Cases
internal import Frame
internal import Kernel
internal import Pages
internal import Prevention

/// The page of the list.
struct MeetingListView {
    let list: MeetingList
    let language: Language

    private func text(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }

    var html: HTML {
        var actions: [HTML] = []
        if list.mayPlan {
            actions.append(ButtonLink(text("Plānot sanāksmi", "Plan a meeting"), "/meetings/new").html)
        }
        let head = PageHead(
            BoardPage.title[language],
            lede: text(
                "Atbalsta komandas un starpinstitūciju sanāksmes, kuras vadāt vai kurās piedalāties.",
                "Meetings of the support team and of several institutions that you lead or are asked to."
            ),
            actions: actions
        )
        let due: HTML? =
            list.lacksNext && !list.lines.isEmpty
            ? Notice(
                .attention,
                language,
                text(
                    "Nākamajām divām nedēļām atbalsta komandas sanāksme nav ieplānota.",
                    "No meeting of the support team is planned for the next two weeks."
                ),
                link: Link(text("Plānot", "Plan"), "/meetings/new")
            ).html : nil
        return "\(head)\(TeamTabs.html("/meetings", language))\(due)\(bar)\(table)"
    }

    private var bar: FilterBar {
        let now = SchoolYear(containing: list.today)
        let years = Set([now.next, now, now.previous, now.previous.previous, list.asked.year]).sorted(by: >)
        var choices = [
            FilterBar.Choice(
                "year",
                text("Mācību gads", "School year"),
                years.map { Option($0.description, Format(language).schoolYear($0)) },
                chosen: list.asked.year.description
            ),
            FilterBar.Choice(
                "kind",
                text("Veids", "Kind"),
                [Option("", text("Visas", "All"))]
                    + MeetingKind.allCases.map { Option(String($0.rawValue), $0.words.capitalised[language]) },
                chosen: list.asked.kind.map { String($0.rawValue) } ?? ""
            ),
        ]
        if list.institutions.count > 1 {
            choices.append(
                FilterBar.Choice(
                    "institution",
                    text("Kas rīko", "Held by"),
                    [Option("", text("Visi", "All"))]
                        + list.institutions.map { Option(String($0.id), $0.name.capitalised[language]) },
                    chosen: list.asked.institution.map { String($0) } ?? ""
                )
            )
        }
        return FilterBar(language, action: "/meetings", choices: choices, clear: "/meetings")
    }

    private var table: HTML {
        let format = Format(language)
        var table = DataTable(
            id: "meetings",
            language,
            caption: MeetingsPage.title[language],
            columns: [
                DataTable.Column(text("Diena", "Day")),
                DataTable.Column(text("Sanāksme", "Meeting"), width: .roomy),
                DataTable.Column(text("Stāvoklis", "State")),
                DataTable.Column(text("Izglītojamie", "Pupils"), .number),
                DataTable.Column(text("Vada", "Led by"), isOptional: true),
            ],
            rows: list.lines.map { line in
                let meeting = line.meeting
                let isLate = meeting.state == .planned && meeting.day < list.today
                let time = meeting.time(language).map { ", \($0)" } ?? ""
                return DataTable.Row(
                    [
                        .words(format.day(meeting.day) + time),
                        .words(meeting.kind.words.capitalised[language], note: line.place[language]),
                        .words(
                            isLate
                                ? text("jāatzīmē, vai notika", "say whether it was held")
                                : meeting.state.words[language],
                            needsAttention: isLate
                        ),
                        .words(format.integer(line.items)), .words(meeting.leaderName),
                    ],
                    address: Address("/meetings/\(String(meeting.id))")
                )
            }
        )
        table.hidesCaption = true
        table.isStackedOnPhones = true
        table.hasTools = true
        table.empty = EmptyState(
            text("Sanāksmju nav", "There are no meetings"),
            advice: list.mayPlan
                ? text(
                    "Ieplānojiet atbalsta komandas sanāksmi: parasti divas reizes mēnesī.",
                    "Plan a meeting of the support team: usually twice a month."
                )
                : text(
                    "Šeit parādīsies sanāksmes, kurās jūs aicinās.",
                    "Meetings that you are asked to will appear here."
                ),
            link: list.mayPlan ? Link(text("Plānot sanāksmi", "Plan a meeting"), "/meetings/new") : nil
        )
        return table.html
    }
}
