internal import Evidence
internal import Frame
internal import Kernel

/// The pupils over the limit by name, for those who may see them; nobody else gets the section.
enum OverLimitPersons {
    static func section(_ question: Question) throws -> ReportSection? {
        let circle = question.asker.reach(.readPupils, on: question.today)
        guard !circle.isEmpty else { return nil }
        let persons = try OverLimit().persons(
            question.selection,
            within: circle,
            tenant: question.tenant,
            question.connection
        )
        return ReportSection(
            "pupils",
            title: Text(lv: "Izglītojamie virs robežas", en: "Pupils over the limit"),
            caption: Text(
                lv: "Redzams tikai tiem, kuri strādā ar šiem izglītojamajiem.",
                en: "Seen only by those who work with these pupils."
            ),
            columns: [
                ReportColumn("pupil", Text(lv: "Izglītojamais", en: "Pupil"), .words),
                ReportColumn("institution", Text(lv: "Iestāde", en: "Institution"), .words),
                ReportColumn("class", Text(lv: "Klase", en: "Class"), .words),
                ReportColumn("term", Text(lv: "Semestris", en: "Term")).made(OverLimitMaking.term),
                ReportColumn("unexcused", Text(lv: "Neattaisnotās stundas", en: "Lessons without excuse"))
                    .made(OverLimitMaking.unexcused),
                ReportColumn("days", Text(lv: "Dienas (5–6 g.)", en: "Days (age 5–6)"), optional: true)
                    .made(OverLimitMaking.days),
            ],
            rows: sorted(persons, question.members).map { row($0, question.members) },
            empty: nobody(within: circle)
        )
    }

    /// That nobody is over the limit, of those alone whom the reader may see: others may stand in the table above.
    static func nobody(within circle: Reach) -> Text {
        if circle.everything {
            return Text(
                lv: "Neviens izglītojamais robežu nav pārsniedzis.",
                en: "No pupil is over the limit."
            )
        }
        if circle.institutions.isEmpty, circle.pupils.isEmpty {
            return Text(
                lv: "Jūsu klasēs neviens izglītojamais robežu nav pārsniedzis.",
                en: "No pupil of your classes is over the limit."
            )
        }
        return Text(
            lv: "Neviens izglītojamais, ar kuru strādājat, robežu nav pārsniedzis.",
            en: "No pupil you work with is over the limit."
        )
    }

    /// By institution, class and name, never by how much was missed.
    private static func sorted(
        _ persons: [OverLimitPerson],
        _ members: any MemberNames
    ) -> [OverLimitPerson] {
        let institutions = places(members.sorted(.institution, Set(persons.map(\.institution.rawValue))))
        let classes = places(members.sorted(.classGroup, Set(persons.map(\.classGroup.rawValue))))
        let pupils = places(members.sorted(.pupil, Set(persons.map(\.pupil.rawValue))))
        func place(_ person: OverLimitPerson) -> [Int] {
            [
                institutions[person.institution.rawValue] ?? 0, classes[person.classGroup.rawValue] ?? 0,
                pupils[person.pupil.rawValue] ?? 0, person.term,
            ]
        }
        return persons.map { (place($0), $0) }.sorted { $0.0.lexicographicallyPrecedes($1.0) }.map(\.1)
    }

    private static func places(_ ids: [Int]) -> [Int: Int] {
        Dictionary(ids.enumerated().map { ($1, $0) }) { first, _ in first }
    }

    private static func row(_ person: OverLimitPerson, _ members: any MemberNames) -> ReportRow {
        let classGroup = person.classGroup.rawValue
        return ReportRow(
            [
                .member(.pupil, person.pupil.rawValue, members.name(.pupil, person.pupil.rawValue)),
                .member(
                    .institution,
                    person.institution.rawValue,
                    members.name(.institution, person.institution.rawValue)
                ),
                classGroup == 0
                    ? .unknown : .member(.classGroup, classGroup, members.name(.classGroup, classGroup)),
                .number(person.term, decimals: 0),
                .number(person.lessons, decimals: 0),
                person.days.map { .number($0, decimals: 0) } ?? .blank,
            ],
            persons: [person.pupil]
        )
    }
}
