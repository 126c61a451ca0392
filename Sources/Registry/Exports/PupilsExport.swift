package import Frame
import Kernel
package import Storage
import Tabular

/// A line for every stay in a class of the year; a stay whose class is not known is in the file of every year that
/// it lasts in.
extension PupilsTable: ExportFormat {
    /// What the letter of a sex says; nil for any other word.
    static func words(sex: String) -> Text? {
        switch sex {
        case "v": Text(lv: "vīrietis", en: "male")
        case "s": Text(lv: "sieviete", en: "female")
        default: nil
        }
    }

    package static func export(
        _ order: ExportOrder,
        _ connection: Connection,
        _ take: (ExportRow) throws -> Void
    ) throws {
        let own = OwnExport(order, exportPermission, connection)
        let status = order.pass(.readPupilStatus)
        let rows: [StayRow] = try connection.rows(
            """
            SELECT \(WrittenPlace.columns), \(WrittenPerson.columns), p.birth_day, p.sex, p.study_form, p.is_special,
                p.is_ukraine, p.is_reemigrant, e.class_id, coalesce(c.name, ''), e.programme_id, e.from_day,
                e.to_day, e.reason_in, e.reason_out
            FROM enrolment e JOIN institution i ON i.tenant_id = e.tenant_id AND i.id = e.institution_id
            JOIN pupil p ON p.tenant_id = e.tenant_id AND p.id = e.pupil_id
            LEFT JOIN class_group c ON c.tenant_id = e.tenant_id AND c.id = e.class_id
            WHERE \(own.institutions) AND (c.year = \(order.year.start) OR (e.class_id = 0
                AND e.from_day <= \(order.year.last) AND (e.to_day = 0 OR e.to_day >= \(order.year.first))))
            ORDER BY i.sort_key, i.id, p.sort_key, p.id, e.from_day
            """
        )
        for row in rows where own.may(row.scope) {
            let number = own.number(.pupil, row.person.id)
            let year: [TableCell] = [.text(order.year.description), PersonKeys.cell(row.className)]
            let head = [number] + row.place.cells + year
            let person = try own.person(row.person, of: .pupils, in: row.scope)
            let marks = row.status(status.reaches(row.scope))
            let stay = row.stay(try own.programme(row.programme))
            try take(ExportRow(head + person + row.about + marks + stay, pupil: row.pupil))
        }
    }
}

/// A stored stay with its pupil to be written.
private struct StayRow: Readable {
    let place: WrittenPlace
    let person: WrittenPerson
    let birthDay: Day?
    let sex: Int
    let studyForm: String
    /// Special programme, civilian of Ukraine, re-emigrant.
    let flags: [Bool]
    let classGroup: ClassID
    let className: String
    let programme: ProgrammeID
    let from: Day
    let to: Day
    let reasonIn: String
    let reasonOut: String

    init(row: inout Row) throws {
        place = try WrittenPlace(row: &row)
        person = try WrittenPerson(row: &row)
        birthDay = try row.next()
        sex = try row.next()
        studyForm = try row.next()
        flags = [try row.next(), try row.next(), try row.next()]
        classGroup = try row.next()
        className = try row.next()
        programme = try row.next()
        from = try row.next()
        to = try row.next()
        reasonIn = try row.next()
        reasonOut = try row.next()
    }

    var pupil: PupilID { PupilID(rawValue: person.id) }

    var scope: Scope { Scope(institution: place.id, classGroup: classGroup, pupil: pupil) }

    /// Date of birth, sex and form of study.
    var about: [TableCell] {
        let letter = sex == 1 ? "v" : sex == 2 ? "s" : ""
        return [birthDay.map { .day($0) } ?? .blank, PersonKeys.cell(letter), PersonKeys.cell(studyForm)]
    }

    /// The special status, for those who may see it.
    func status(_ isOpen: Bool) -> [TableCell] { flags.map { isOpen ? OwnExport.flag($0) : .blank } }

    func stay(_ programme: TableCell) -> [TableCell] {
        [
            programme, .day(from), OwnExport.day(to), PersonKeys.cell(reasonIn), PersonKeys.cell(reasonOut),
        ]
    }
}
