internal import Evidence
internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Lessons missed before and after a day beside those of others over the same days: of the pupil's classmates, and of the other
/// classes of the grade in the institution.
///
/// A fall that everybody has, as before a holiday or after an illness went round, is seen so. The numbers are of single days
/// that whoever reads chooses, so that no floor would keep a single pupil's apart: others are shown to those alone who
/// work with all of them.
struct AroundBeside {
    /// The table; nil where there is nobody to lay beside.
    let section: ReportSection?

    /// A place, with how many pupils it has where that is known.
    private struct Group {
        let words: Text
        let pupils: Int?
        let around: LessonsAround
    }

    init(_ around: LessonsAround, _ question: Question) throws {
        let source = AroundSource(windows: around.windows, question: question)
        guard let home = try source.home() else {
            section = nil
            return
        }
        let selection = question.selection
        let names = question.members
        let className = names.name(.classGroup, home.classGroup.rawValue)
        let ofClass = try source.pupils([home.classGroup])
        let own =
            selection.pupil.map { pupil in
                Group(words: names.name(.pupil, pupil.rawValue), pupils: 1, around: around)
            } ?? Group(words: className, pupils: ofClass, around: around)
        var others: [Group] = []
        if selection.pupil != nil, let mates = try source.classmates(home) {
            let words = Text(lv: "Pārējie klasē \(className.lv)", en: "Others of class \(className.en)")
            others.append(Group(words: words, pupils: ofClass.map { $0 - 1 }, around: mates))
        }
        if let parallel = try source.parallel(home) {
            let words = Text(
                lv: "Pārējās \(home.grade). klases iestādē",
                en: "Other classes of grade \(home.grade) in the institution"
            )
            others.append(
                Group(words: words, pupils: try source.pupils(parallel.classes), around: parallel.around)
            )
        }
        guard !others.isEmpty else {
            section = nil
            return
        }
        let persons = selection.pupil.map { [$0] } ?? []
        section = ReportSection(
            "comparison",
            title: Text(lv: "Salīdzinājums tajās pašās dienās", en: "Comparison over the same days"),
            columns: AroundBeside.columns,
            rows: [AroundBeside.row(own, persons)] + others.map { AroundBeside.row($0, []) }
        )
    }

    private static func row(_ group: Group, _ persons: [PupilID]) -> ReportRow {
        let around = group.around
        let weeks = around.windows.weeks
        let windows = [false, true]
        let weekly = windows.map { after in
            group.pupils.flatMap { pupils in
                Exact.divide(
                    around.missed(LessonCell.missed, after: after),
                    by: weeks * pupils,
                    decimals: 1
                )
            }
        }
        let shares = windows.map { after in
            Exact.divide(
                around.missedOfRecorded(LessonCell.missed, after: after) * 100,
                by: around.recorded(after: after),
                decimals: 1
            )
        }
        let pupils = group.pupils.map { ReportCell.number($0, decimals: 0) } ?? .unknown
        let numbers = (weekly + shares).map { number in
            number.map { ReportCell.number($0, decimals: 1) } ?? .unknown
        }
        var row = ReportRow([.words(group.words), pupils] + numbers, persons: persons)
        row.parts = [AroundMaking.weeks(weeks)]
        return row
    }

    private static let columns = [
        ReportColumn("place", Text(lv: "Kas", en: "Who"), .words),
        ReportColumn("pupils", Text(lv: "Izglītojamie (n)", en: "Pupils (n)")).made(AroundMaking.pupils),
        ReportColumn(
            "before_pupil",
            Text(lv: "Nedēļā uz izglītojamo pirms", en: "A week for a pupil, before")
        )
        .made(AroundMaking.perPupil),
        ReportColumn("after_pupil", Text(lv: "Nedēļā uz izglītojamo pēc", en: "A week for a pupil, after"))
            .made(AroundMaking.perPupil),
        ReportColumn("before_share", Text(lv: "Daļa pirms, %", en: "Share before, %"))
            .made(AroundMaking.share),
        ReportColumn("after_share", Text(lv: "Daļa pēc, %", en: "Share after, %"))
            .made(AroundMaking.share),
    ]

    /// How the table is read.
    static let note = Text(
        lv: """
            Salīdzinājumā ir visas kavētās stundas tajās pašās dienās: izglītojamajam – pārējie klases izglītojamie, klasei – \
            pārējās tās pašas pakāpes klases iestādē. Ja kavējumi tāpat mainījušies visiem, iemesls, visticamāk, ir kopīgs. \
            Citus redz tie, kuri strādā ar visiem šiem izglītojamajiem.
            """,
        en: """
            The comparison has all lessons missed over the same days: for a pupil, the others of the class; for a class, the \
            other classes of the grade in the institution. Where absence changed alike for everybody, the cause is most likely \
            common. Others are shown to those who work with all of these pupils.
            """
    )
}

/// Finds whom to lay beside, and reads their lessons.
private struct AroundSource {
    /// The class that a selection is of, as its lessons say.
    struct Home: Readable {
        let institution: InstitutionID
        let classGroup: ClassID
        let grade: Int

        init(row: inout Row) throws {
            institution = try row.next()
            classGroup = try row.next()
            grade = try row.next()
        }
    }

    let windows: Windows
    let question: Question

    /// The class of the latest lesson within the windows; nil for a whole institution.
    func home() throws -> Home? {
        let selection = question.selection
        guard selection.pupil != nil || selection.classGroup != nil else { return nil }
        let condition = AbsenceFilter(selection).condition
        let found: [Home] = try question.connection.rows(
            """
            SELECT institution_id, class_id, grade FROM lesson_record
            WHERE tenant_id = \(question.tenant) AND class_id > 0
                AND pupil_id IN (
                    SELECT pupil_id FROM absence_term WHERE tenant_id = \(question.tenant) AND \(condition)
                )
                AND day BETWEEN \(windows.first) AND \(windows.last) AND \(condition)
            ORDER BY day DESC, institution_id, class_id, grade LIMIT 1
            """
        )
        return found.first
    }

    /// The class without the pupil; nil without lessons of them, or for those who do not work with all of it.
    func classmates(_ home: Home) throws -> LessonsAround? {
        guard let pupil = question.selection.pupil,
            sees(Scope(institution: home.institution, classGroup: home.classGroup))
        else { return nil }
        var ofClass = question.selection
        ofClass.pupil = nil
        ofClass.institution = home.institution
        ofClass.classGroup = home.classGroup
        return try read(ofClass, except: "pupil_id <> \(pupil)")
    }

    /// The other classes of the grade with their lessons; nil without any, or for those who do not work with all of them.
    func parallel(_ home: Home) throws -> (classes: [ClassID], around: LessonsAround)? {
        guard home.grade > 0, sees(Scope(institution: home.institution)) else { return nil }
        var ofGrade = question.selection
        ofGrade.pupil = nil
        ofGrade.institution = home.institution
        ofGrade.classGroup = nil
        ofGrade.grade = home.grade
        let classes = try question.connection.rows(
            """
            SELECT DISTINCT class_id FROM absence_term
            WHERE tenant_id = \(question.tenant) AND \(AbsenceFilter(ofGrade).condition)
                AND class_id > 0 AND class_id <> \(home.classGroup)
            ORDER BY class_id
            """,
            ClassID.self
        )
        guard !classes.isEmpty,
            let around = try read(ofGrade, except: "class_id > 0 AND class_id <> \(home.classGroup)")
        else { return nil }
        return (classes, around)
    }

    /// How many pupils classes have in the month of the day; nil where the registers name none of one of them.
    func pupils(_ classes: [ClassID]) throws -> Int? {
        let ids = classes.map(\.rawValue)
        let enrolled = try HeldPupils(
            classes: Set(ids),
            groups: [],
            question.tenant,
            question.connection
        )
        let counts = ids.map { enrolled.count(classGroup: $0, group: 0, windows.day.month) }
        return counts.contains(nil) ? nil : counts.reduce(0) { $0 + ($1 ?? 0) }
    }

    private func read(_ selection: Selection, except: SQL) throws -> LessonsAround? {
        try LessonsAround(selection, windows, except: except, question.tenant, question.connection)
    }

    private func sees(_ scope: Scope) -> Bool {
        question.asker.may(.readPupils, in: scope, on: question.today)
    }
}
