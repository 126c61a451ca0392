import Registry

extension RandomRegister {
    /// Pupils who stay, change class, leave and come back, or learn at two schools; some of one name.
    mutating func addPupils() {
        var past: [[String]] = []
        var present: [[String]] = []
        for index in schools.indices {
            for _ in 0..<number(3...6) {
                var person = person(isCoded: chance(30))
                present += stays(of: &person, in: index)
                if chance(50) { past.append(lastYear(person, in: index)) }
                schools[index].pupils.append(person)
                if !person.code.isEmpty, !person.external.isEmpty, chance(50) {
                    var other = namesake(of: person)
                    present += stays(of: &other, in: index)
                    schools[index].pupils.append(other)
                }
                if !person.code.isEmpty, chance(20) {
                    let school = schools[(index + 1) % schools.count]
                    let days = ["01.10.2025.", "", "", ""]
                    let classGroup = pick(school.classes[2025] ?? [])
                    let what = ["2025/2026", classGroup]
                    present.append(Self.row(school.cells, what, person.cells, about(), [""], days))
                }
            }
        }
        let head =
            "institution,reg_no,year,class,personal_code,external_code,surname,forename,birth_day,sex,study_form,"
            + "special,ukraine,reemigrant,programme,from,to,reason_in,reason_out"
        write(PupilsTable.self, head, past)
        write(PupilsTable.self, head, present)
    }

    private mutating func lastYear(_ person: Person, in school: Int) -> [String] {
        let classGroup = pick(schools[school].classes[2024] ?? [])
        let days = ["", pick(["", "31.05.2025."]), "", ""]
        let what = ["2024/2025", classGroup]
        return Self.row(schools[school].cells, what, person.cells, about(), [""], days)
    }

    private mutating func stays(of person: inout Person, in school: Int) -> [[String]] {
        let classes = schools[school].classes[2025] ?? []
        person.classGroup = pick(classes)
        let isCoded = !person.code.isEmpty || !person.external.isEmpty
        let days: [[String]]
        switch number(0...3) {
        case 0:
            days = [
                [person.classGroup, "01.09.2025.", "31.10.2025.", "", ""],
                [pick(classes), "03.11.2025.", "", "address", ""],
            ]
        case 1:
            days = [
                [person.classGroup, "01.09.2025.", "10.10.2025.", "", "abroad"],
                [person.classGroup, "02.02.2026.", "", pick(["", "address"]), ""],
            ]
        case 2 where isCoded:
            person.classGroup = ""
            days = [["", "15.10.2025.", "", "", ""]]
        default:
            let from = pick(["", "15.09.2025."])
            days = [[person.classGroup, from, pick(["", "12.01.2026."]), "", pick(["", "abroad"])]]
        }
        var rows: [[String]] = []
        for stay in days {
            let programme = chance(50) ? pick(schools[school].programmes) : ""
            let what = ["2025/2026", stay[0]]
            let last: [String] = [programme] + Array(stay.dropFirst())
            rows.append(Self.row(schools[school].cells, what, person.cells, about(), last))
        }
        return rows
    }

    /// Date of birth, sex, form of study and the three marks of status.
    private mutating func about() -> [String] {
        [
            pick(["", "14.03.2014."]), pick(["", "v", "s"]), pick(["", "klātiene", "neklātiene"]),
            pick(["", "jā", "nē"]), pick(["", "jā", "nē"]), pick(["", "jā", "nē"]),
        ]
    }
}
