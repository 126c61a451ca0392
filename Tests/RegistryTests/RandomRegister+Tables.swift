import Registry

extension RandomRegister {
    mutating func addSchools() {
        var rows: [[String]] = []
        for (index, name) in choose(number(2...3), of: OddNames.schools).enumerated() {
            let school = School(name: name, regNo: chance(70) ? "421000000\(index)" : "")
            rows.append([
                school.regNo, name, pick(["", "Vispārējā izglītība"]), pick(["Pamatskola", "Vidusskola"]),
                pick(["", "Bērzu novads", "Biedrība „Čiekurs”; SIA"]), pick(["", "Pašvaldība"]),
                pick(["", "Ābeļu iela 1, Bērzi", "Liepu iela 2, Bērzi; Ābeļu iela 1, Bērzi"]),
                pick(["", "Bērzu novads", "Rīga"]),
                pick(["", "Skola \(index)", "Sk. „\(index)”; Vecā \(index)"]),
                pick(["", "nē", "jā"]), pick(["", "", "31.08.2026."]),
                pick(["", "01.09.2022.", "01.09.2024."]),
            ])
            schools.append(school)
        }
        let head =
            "reg_no,name,kind,type,founder,subordination,address,territory,aliases,reference,closed,from"
        write(InstitutionsTable.self, head, rows)
        write(
            TermsTable.self,
            "year,term,from,to",
            [
                ["2024/2025", "1", "02.09.2024.", "20.12.2024."],
                ["2025/2026", "1", "01.09.2025.", "19.12.2025."],
                ["2025/2026", "2", "05.01.2026.", "29.05.2026."],
            ]
        )
    }

    mutating func addProgrammes() {
        var rows: [[String]] = []
        for index in schools.indices {
            for code in choose(number(0...2), of: ["21011111", "23011113", "31011011"]) {
                let licences = [pick(["", "V_1001"])] + (chance(40) ? ["V-2002; jauna"] : [])
                for licence in licences {
                    let isAlone = licences.count == 1 || licence.isEmpty
                    schools[index].programmes.append(isAlone ? code : "\(code) \(licence)")
                    let address = pick(["", "Ābeļu iela 1, Bērzi; Liepu iela 2, Bērzi"])
                    let name = pick(["Pamatizglītība", "Izglītības programma „Solis”, 2. posms"])
                    let days = [pick(["", "01.09.2020."]), pick(["", "31.08.2030."])]
                    let since = address.isEmpty ? "" : pick(["", "01.09.2023."])
                    let what = [code, name, licence, pick(["", "30.07.2020."]), address]
                    rows.append(Self.row(schools[index].cells, what, days, [since]))
                }
            }
        }
        let head = "institution,reg_no,code,name,licence_no,licence_day,address,from,to,address_from"
        write(ProgrammesTable.self, head, rows)
    }

    mutating func addClasses() {
        var rows: [[String]] = []
        for index in schools.indices {
            for year in [2024, 2025] {
                let names = choose(number(2...3), of: OddNames.classes)
                schools[index].classes[year] = names
                for name in names {
                    let programme = chance(50) ? pick(schools[index].programmes) : ""
                    let what = ["\(year)/\(year + 1)", name, pick(["", "5", "12"]), programme]
                    rows.append(Self.row(schools[index].cells, what))
                }
            }
        }
        write(ClassesTable.self, "institution,reg_no,year,class,grade,programme", rows)
    }

    mutating func addStaff() {
        var rows: [[String]] = []
        for index in schools.indices {
            for _ in 0..<number(2...4) {
                let person = person()
                schools[index].staff.append(person)
                let from = pick(["", "01.09.2023.", "unknown"])
                let role = pick(["teacher", "librarian", "head"])
                // A post that ended before this year began long ago.
                let to = from.isEmpty ? pick(["", "31.12.2025."]) : pick(["", "30.06.2025.", "31.12.2025."])
                rows.append(Self.row(schools[index].cells, person.cells, [role, from, to], load()))
                if chance(40) {
                    let post = ["classTeacher", pick(["", "01.10.2025."]), pick(["", "31.05.2026."])]
                    rows.append(Self.row(schools[index].cells, person.cells, post, load()))
                }
                if !person.code.isEmpty, chance(30) {
                    let other = schools[(index + 1) % schools.count]
                    rows.append(Self.row(other.cells, person.cells, ["teacher", "01.10.2025.", ""], load()))
                }
            }
        }
        let head = "institution,reg_no,personal_code,external_code,surname,forename,role,from,to,"
        write(StaffTable.self, head + "load,contact_lessons,year", rows)
    }

    private mutating func load() -> [String] {
        [pick(["", "0,75", "1"]), pick(["", "21"]), "2025/2026"]
    }

    mutating func addSubjects() {
        subjects = choose(number(2...5), of: OddNames.subjects)
        var rows: [[String]] = []
        for (index, name) in subjects.enumerated() {
            rows.append([name, pick(["", "K;\(index)"]), pick(["", "1", "3"])])
        }
        write(SubjectsTable.self, "subject,subject_code,area", rows)
    }

    mutating func addGroups() {
        var rows: [[String]] = []
        for index in schools.indices {
            let school = schools[index]
            for name in choose(number(0...2), of: OddNames.groups) {
                schools[index].groups.append(name)
                let classGroup = chance(50) ? pick(school.classes[2025] ?? []) : ""
                let subject = chance(50) ? pick(subjects) : ""
                let head = Self.row(school.cells, ["2025/2026", name])
                rows.append(Self.row(head, [classGroup, subject, "", "", "", "", "", ""]))
                for pupil in school.pupils where !pupil.classGroup.isEmpty && chance(50) {
                    let stay = [pick(["", "01.10.2025."]), pick(["", "20.12.2025."])]
                    rows.append(Self.row(head, [pupil.classGroup, subject], pupil.cells, stay))
                }
            }
        }
        let head = "institution,reg_no,year,group,class,subject,personal_code,external_code,surname,forename,"
        write(GroupsTable.self, head + "from,to", rows)
    }

    mutating func addTeaching() {
        var rows: [[String]] = []
        for school in schools {
            for teacher in school.staff {
                let group = chance(40) ? pick(school.groups) : ""
                let classGroup = group.isEmpty ? pick(school.classes[2025] ?? []) : ""
                let days = [pick(["", "01.09.2025."]), pick(["", "31.12.2025."])]
                let what = ["2025/2026", pick(subjects), classGroup, group]
                rows.append(Self.row(school.cells, what, teacher.cells, days))
            }
        }
        let head = "institution,reg_no,year,subject,class,group,personal_code,teacher_code,teacher_surname,"
        write(TeachingTable.self, head + "teacher_forename,from,to", rows)
    }
}
