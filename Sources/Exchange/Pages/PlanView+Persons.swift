import Frame
import Kernel

extension ImportPlan {
    /// The pupils whom samples are about, as far as they are in the register: one that the import makes is not yet.
    func persons(_ house: HouseBook) -> [PupilID] {
        let found = tables.flatMap { table -> [Int] in
            let isRegister = table.table == "pupil"
            let key = house.facts.first { $0.name.text == table.table }?.key.map(\.text)
            guard let place = isRegister ? 0 : key?.firstIndex(of: "pupil_id") else { return [] }
            let samples = isRegister ? table.samples.filter { $0.kind != .added } : table.samples
            return samples.compactMap { $0.key.indices.contains(place) ? $0.key[place] : nil }
        }
        return Set(found).sorted().map { PupilID(rawValue: $0) }
    }

    /// The members of staff whom samples of facts name.
    func staff(_ house: HouseBook) -> [StaffID] {
        let facts = Set(house.facts.map(\.name.text))
        let fields = tables.filter { facts.contains($0.table) }.flatMap(\.samples).flatMap(
            \.fields
        )
        let teachers = fields.filter { $0.column == Dimension.teacher.column.text }
        let numbers = Set(teachers.flatMap { [$0.old, $0.new] }.compactMap { $0.flatMap { Int($0) } })
        return numbers.filter { $0 > 0 }.sorted().map { StaffID(rawValue: $0) }
    }
}

extension PlanView {
    var persons: [PupilID] { staged.plan.persons(house) }

    var staff: [StaffID] { staged.plan.staff(house) }

    /// How many lines are shown that may tell of persons, with what was found in the files.
    func lines(_ findings: [Finding]) -> Int {
        let samples = staged.plan.tables.filter { house.tellsOfPersons($0.table) }.map(\.samples.count)
        let found = house.mayTellOfPersons(staged.plan) ? findings.count : 0
        return samples.reduce(found, +)
    }
}
