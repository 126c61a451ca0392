internal import Evidence
internal import Frame
internal import Kernel
internal import Storage

/// Days that children in preparation for school missed without excuse.
///
/// Who they are, and which days count, is as of their limit (``PreschoolLimit``). It is read from single lessons; only
/// those who may see the pupils are shown it.
struct UnexcusedDays: DisclosedMeasure {
    var standsStill: Bool { true }
    var factTables: Set<String> { [FactTable.lessonRecords.name.text] }
    let name = "attendance/unexcused-days"
    let title = Text(
        lv: "Neattaisnoti kavētās dienas obligātajā sagatavošanā",
        en: "Days missed without excuse in preparation for school"
    )
    let definition = Text(
        lv: """
            Dienas, kurās piecgadīgs vai sešgadīgs bērns obligātajā sagatavošanā skolai kaut vienu stundu kavējis bez \
            attaisnojoša iemesla. Bērnus, kuriem reģistrā nav dzimšanas datuma, neskaita.
            """,
        en: """
            Days of which a child of five or six in compulsory preparation for school missed any lesson without an \
            accepted reason. Children without a day of birth in the register do not count.
            """
    )
    let unit = MeasureUnit.count(Noun(lv: "diena", "dienas", en: "day", "days"))
    let dimensions: Set<Dimension> = [.institution, .year, .term, .classGroup, .grade, .pupil, .month]
    let disclosure = DisclosureRule(base: "attendance/unexcused-days", along: [])

    func vector(
        _ selection: Selection,
        over dimensions: [Dimension],
        tenant: TenantID,
        _ connection: Connection
    ) throws -> [MemberKey: Tally] {
        let days = try missed(selection, [:], dimensions, tenant, connection)
        return Dictionary(grouping: days) { day in dimensions.map { day.member($0) } }.mapValues { own in
            Tally(own.count, people: Set(own.map(\.pupil)).count)
        }
    }

    func evidence(
        _ selection: Selection,
        members: [Dimension: Int],
        tenant: TenantID,
        _ connection: Connection,
        limit: Int
    ) throws -> [EvidenceRow] {
        try missed(selection, members, [], tenant, connection).prefix(limit).map(\.evidence)
    }

    private func missed(
        _ selection: Selection,
        _ members: [Dimension: Int],
        _ along: [Dimension],
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [UnexcusedDay] {
        // Facts have a day instead of a month.
        var others = members
        let month = others.removeValue(forKey: .month)
        let filter = AbsenceFilter(selection, members: others)
        guard dimensions.isSuperset(of: filter.dimensions.union(along)) else {
            throw Refusal.noLayoutByPupil
        }
        let lessons: [UnexcusedDay] = try connection.rows(UnexcusedDays.query(filter, tenant))
        // Two lessons of one day in one institution are one day.
        var known: Set<[Int]> = []
        return lessons.filter { lesson in
            (month ?? lesson.member(.month)) == lesson.member(.month)
                && known.insert([lesson.pupil.rawValue, lesson.day.number, lesson.institution.rawValue])
                    .inserted
        }
    }

    /// Lessons missed without excuse by the children, in the order of child, day and lesson.
    static func query(_ filter: AbsenceFilter, _ tenant: TenantID) -> SQL {
        """
        SELECT pupil_id, day, institution_id, class_id, term, batch_id, source FROM lesson_record
        WHERE tenant_id = \(tenant) AND pupil_id IN (\(PreschoolLimit.children(filter, tenant)))
            AND day BETWEEN \(filter.days.lowerBound) AND \(filter.days.upperBound)
            AND state = 2 AND kind = \(AbsenceKind.unexcused.rawValue) AND grade = 0 AND \(filter.condition)
        ORDER BY pupil_id, day, slot
        """
    }
}

/// A day of which a child missed something, by the first lesson of it.
private struct UnexcusedDay: Readable {
    let pupil: PupilID
    let day: Day
    let institution: InstitutionID
    private let classGroup: ClassID
    private let term: Int
    private let batch: BatchID
    private let source: Int

    init(row: inout Row) throws {
        pupil = try row.next()
        day = try row.next()
        institution = try row.next()
        classGroup = try row.next()
        term = try row.next()
        batch = try row.next()
        source = try row.next()
    }

    /// Its member of a dimension; children in preparation have no grade.
    func member(_ dimension: Dimension) -> Int {
        switch dimension {
        case .institution: institution.rawValue
        case .classGroup: classGroup.rawValue
        case .term: term
        case .pupil: pupil.rawValue
        case .year: SchoolYear(containing: day).start
        case .month: day.month.number
        default: 0
        }
    }

    var evidence: EvidenceRow {
        var row = EvidenceRow(
            pupil: pupil,
            day: day,
            words: Text(lv: "Kavēta diena", en: "Day missed"),
            numerator: 1,
            denominator: 1,
            batch: batch,
            source: SourcePlace(packed: source)
        )
        row.isNamed = true
        return row
    }
}
