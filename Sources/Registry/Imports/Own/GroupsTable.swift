package import Frame
package import Kernel
import Storage

/// Teaching groups, one line a group or one line a member.
package enum GroupsTable: OwnTable {
    package static let name = "groups"
    package static let title = Text(
        lv: "Mācību grupas (Sekmes tabula)",
        en: "Teaching groups (Sekme's table)"
    )
    package static let card = DataFlowCard.own(
        touches: Text(lv: "Mācību grupas un to dalībnieki", en: "Teaching groups and their members"),
        Text(lv: "Mācību grupu un to dalībnieku saraksts", en: "List of teaching groups and their members")
    )

    enum Field: Int, CaseIterable {
        case sekme, institution, regNo, year, group, classGroup, subject
        case pupil, personalCode, externalCode, surname, forename, from, to
    }

    package static let fields: [ImportField] = [
        .sekme(.group), .institution, .regNo, .year,
        ImportField(
            "group",
            Text(lv: "Mācību grupa", en: "Teaching group"),
            ["grupa", "group"],
            required: true,
            example: "5.a angļu 1. grupa"
        ),
        .classGroup(), .subject(), .pupilSekme(), .personalCode, .externalCode, .surname, .forename, .from,
        .to,
    ]

    static func take(_ values: LineValues<Field>, _ table: OwnRun) throws {
        guard values.hasStay(.from, .to) else { return }
        let place = try table.place(values, institution: .institution, regNo: .regNo, year: .year)
        guard let place, let classID = try table.classGroup(values, .classGroup, place) else { return }
        let hasSubject = !values.text(.subject).isEmpty
        let subject = hasSubject ? try table.subject(values, .subject) : nil
        let (number, name) = (values.number(.sekme), values.text(.group))
        let named = try table.directory.group(number, place, name: name, at: values.place)
        let group = try table.directory.row(named, number, .group, of: place.institution) {
            try table.directory.group(
                institution: place.institution,
                year: place.year,
                name: name,
                classID: classID,
                subject: subject,
                at: values.place(of: .group)
            )
        }
        guard let group else { return }
        var columns: [(Name, Value)] = []
        if let subject { columns.append(("subject_id", subject.sqlValue)) }
        let hasMember = !(values.text(.surname) + values.text(.pupil)).isEmpty
        if let classID, !hasMember { columns.append(("class_id", classID.sqlValue)) }
        try table.stage(.teachingGroups, [group.rawValue], columns, at: values.place)
        try join(group, classID, place, values, table)
    }

    /// Makes the pupil of the line, if it names one, a member.
    private static func join(
        _ group: GroupID,
        _ classID: ClassID?,
        _ place: (institution: InstitutionID, year: SchoolYear),
        _ values: LineValues<Field>,
        _ table: OwnRun
    ) throws {
        let named: [Field] = [.pupil, .personalCode, .externalCode, .surname]
        guard named.contains(where: { !values.text($0).isEmpty }) else { return }
        let person = PersonValues(values, .pupil, .personalCode, .externalCode, .surname, .forename)
        guard let pupil = try person.pupil(table, classID, place.institution, group) else { return }
        try table.directory.join(
            pupil,
            group,
            from: values.day(.from) ?? place.year.first,
            to: values.day(.to),
            at: values.place
        )
    }
}
