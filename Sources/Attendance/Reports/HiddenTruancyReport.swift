internal import Evidence
internal import Frame
internal import Kernel
internal import Registry

/// Who is at school and not in class: lessons missed without a reason between or right after lessons attended,
/// by class, the share of lessons beside similar institutions and the municipality, and the pupils by name.
enum HiddenTruancyReport: Report {
    static let name = "hidden-truancy"
    static let standsStill = true
    static let title = Text(lv: "Slēptie kavējumi", en: "Hidden truancy")
    static let purpose = Text(
        lv: "Kuri izglītojamie ir iestādē, bet bez iemesla nav stundā?",
        en: "Which pupils are at school but not in the lesson, without a reason?"
    )
    /// It is about single pupils and their days.
    static let permission = Permission.readPupils
    static let filters: [ReportFilter] = [
        .year, .term, .institution, .grade, .classGroup, .compared, .institutions, .years, .pupil,
    ]
    static let needs: [ReportFilter] = [.institution]

    static func answer(_ question: Question) throws -> ReportDocument {
        guard let placed = question.placed else { return PlaceNeeded.document([classColumn]) }
        let classes = try classes(placed)
        let beside = try beside(placed, isEmpty: classes.rows.isEmpty)
        return ReportDocument(
            notes: notes(classes) + (beside?.notes ?? []),
            [classes] + (beside?.sections ?? []) + [try pupils(placed, isKnown: isKnown(classes))]
        )
    }

    /// What the place stands beside; its own numbers are those of its classes, and its years are chosen.
    ///
    /// Nothing beside one pupil, and nothing for whoever reaches a part of the institution, which would stand there under the
    /// name of the whole. Of a grade only those who see all pupils are told: what is hidden of one grade could be taken from
    /// all grades and the others.
    private static func beside(_ question: Question, isEmpty: Bool) throws -> PlaceBeside? {
        let asked = question.selection
        let isWhole = asked.institution.map { asked.reach.institutions.contains($0) } ?? false
        guard asked.pupil == nil, asked.reach.everything || (isWhole && asked.grade == nil) else {
            return nil
        }
        let share = PlaceBeside.Column("hidden_share", "attendance/hidden-truancy-share")
        return try PlaceBeside(question, [share], isEmpty: isEmpty, withYears: false)
    }

    private static let classColumn = ReportColumn("class", Text(lv: "Klase", en: "Class"), .words)

    private static func classes(_ question: Question) throws -> ReportSection {
        let hidden = try question.figures("attendance/hidden-truancy", over: [.classGroup])
        let missed = try question.figures("attendance/missed", over: [.classGroup])
        let rates = try question.figures("attendance/missed-share", over: [.classGroup])
        let members = question.members.sorted(.classGroup, missed.keys.map { $0[0] }.filter { $0 > 0 })
        return ReportSection(
            columns: [
                classColumn,
                ReportColumn("hidden", Text(lv: "Slēpti kavētās stundas", en: "Lessons missed in hiding")),
                ReportColumn("pupils", Text(lv: "Izglītojamie", en: "Pupils")).made(TruancyMaking.pupils),
                ReportColumn(
                    "recorded",
                    Text(lv: "Stundas ar zināmu klātbūtni (n)", en: "Lessons with presence known (n)"),
                    optional: true
                )
                .made(TruancyMaking.recorded),
            ],
            rows: members.map { member in
                let name = question.members.name(.classGroup, member)
                let figure = hidden[[member]]
                let recorded = rates[[member]]?.tally?.denominator
                return ReportRow([
                    .member(.classGroup, member, name), figure.map { .figure($0) } ?? .unknown,
                    figure?.tally?.people.map { .number($0, decimals: 0) } ?? .unknown,
                    .number(recorded ?? 0, decimals: 0),
                ])
            },
            chart: .bars(column: "hidden")
        )
    }

    private static func pupils(_ question: Question, isKnown: Bool) throws -> ReportSection {
        let lessons = try TruancyScan(question.selection, question.tenant, question.connection).hidden
        let byPupil = Dictionary(grouping: lessons, by: \.pupil.rawValue)
        let order = question.members.sorted(.pupil, byPupil.keys)
        return ReportSection(
            "pupils",
            title: Text(lv: "Izglītojamie", en: "Pupils"),
            columns: [
                ReportColumn("pupil", Text(lv: "Izglītojamais", en: "Pupil"), .words), classColumn,
                ReportColumn("lessons", Text(lv: "Stundas", en: "Lessons")).made(TruancyMaking.lessons),
                ReportColumn("days", Text(lv: "Dienas", en: "Days")).made(TruancyMaking.days),
                ReportColumn("last", Text(lv: "Pēdējā diena", en: "Last day"), .day),
            ],
            rows: order.compactMap { pupil in byPupil[pupil].map { row(pupil, $0, question.members) } },
            empty: isKnown ? noneFound : cannotBeFound
        )
    }

    /// Whether of any class it can be told at all: where nothing is known, nothing was looked for.
    private static func isKnown(_ classes: ReportSection) -> Bool {
        classes.rows.contains { row in
            if case .unknown = row.cells[1] { false } else { true }
        }
    }

    private static let noneFound = Text(
        lv: "Neviens slēpts kavējums nav atrasts.",
        en: "No hidden truancy was found."
    )

    private static let cannotBeFound = Text(
        lv: """
            Slēptos kavējumus te nevar atrast: tam vajadzīgas stundas ar numuru dienā un zināmu klātbūtni. E-klases \
            žurnālos stundu numuru nav; tie ir kavējumu tabulā ar stundas numuru.
            """,
        en: """
            Hidden truancy cannot be found here: that needs lessons with their number in the day and with presence known. \
            Journals of e-klase have no numbers of lessons; a table of absences with the lesson's number has them.
            """
    )

    private static func row(
        _ pupil: Int,
        _ lessons: [TruancyLine],
        _ names: any MemberNames
    ) -> ReportRow {
        let classGroup = lessons.last?.classGroup.rawValue ?? 0
        return ReportRow(
            [
                .member(.pupil, pupil, names.name(.pupil, pupil)),
                classGroup == 0
                    ? .unknown : .member(.classGroup, classGroup, names.name(.classGroup, classGroup)),
                .number(lessons.count, decimals: 0), .number(Set(lessons.map(\.day)).count, decimals: 0),
                lessons.map(\.day).max().map { .day($0) } ?? .unknown,
            ],
            persons: [PupilID(rawValue: pupil)]
        )
    }

    private static func notes(_ classes: ReportSection) -> [Text] {
        let isUnknown = classes.rows.contains { row in
            if case .unknown = row.cells[1] { true } else { false }
        }
        return [note] + (isUnknown ? [unknownNote] : [])
    }

    private static let note = Text(
        lv: """
            Skaitīta stunda, kas kavēta neattaisnoti vai bez norādīta iemesla, ja izglītojamais ir bijis tieši \
            iepriekšējā stundā vai tajā dienā gan agrāk, gan vēlāk. Pirms sarunas pārbaudiet ierakstu žurnālā.
            """,
        en: """
            A lesson counts that was missed without excuse or without a reason given, where the pupil was in the lesson \
            right before, or both earlier and later that day. Check the entry in the journal before you talk to the pupil.
            """
    )

    private static let unknownNote = Text(
        lv: """
            „Nav datu”: avots nenorāda, kurš stundā bijis klāt, vai nenorāda stundas numuru, tāpēc klātbūtni no \
            neierakstītas stundas atšķirt nevar. E-klases žurnālos stundu numuru nav.
            """,
        en: """
            “No data”: the source does not tell who was present, or gives no number of the lesson, so that presence \
            cannot be told from a lesson that nobody recorded. Journals of e-klase have no numbers of lessons.
            """
    )
}
