import Frame
import Kernel
import Registry
import Storage

/// Names what samples of a plan hold numbers of: pupils, places, subjects, codes of rooms, rows of other registers.
struct SampleNames {
    private let desk: Desk
    private let facts: Set<String>
    /// Whose data the import is; nil is the whole board.
    private let institution: InstitutionID?
    private let members: RegistryNames
    private let codes: ColumnCodes
    private let rows: SampleRows

    /// Dimensions whose members have names of their own.
    private static let dimensions: [Dimension] = [
        .institution, .classGroup, .group, .subject, .teacher, .pupil, .month,
    ]
    private static let byColumn = Dictionary(
        uniqueKeysWithValues: dimensions.map { ($0.column.text, $0) }
    )

    init(_ staged: StagedImport, _ desk: Desk, _ connection: Connection) throws {
        self.desk = desk
        facts = Set(desk.house.facts.map(\.name.text))
        institution = staged.institution
        members = RegistryNames(tenant: desk.tenant, year: SchoolYear(containing: desk.today), connection)
        codes = try ColumnCodes(desk, connection)
        rows = SampleRows(staged.plan, desk, connection)
        load(staged.plan)
    }

    /// Loads the names together.
    private func load(_ plan: ImportPlan) {
        let fields = plan.tables.filter { facts.contains($0.table) }.flatMap(\.samples).flatMap(\.fields)
        for dimension in SampleNames.dimensions where dimension != .month {
            let own = fields.filter { $0.column == dimension.column.text }
            let wanted = Set(own.flatMap { [$0.old, $0.new] }.compactMap { $0.flatMap { Int($0) } })
            _ = members.sorted(dimension, wanted.filter { $0 > 0 })
        }
    }

    /// What the values of a sample are called, by column and value.
    func words(_ sample: ChangeSample, of table: String) throws -> [String: [String: Text]] {
        let places = scopes(sample)
        func may(_ permission: Permission) -> Bool {
            places.allSatisfy { desk.asker.may(permission, in: $0, on: desk.today) }
        }
        var named: [String: [String: Text]] = [:]
        for field in sample.fields {
            for text in Set([field.old, field.new].compactMap { $0 }) {
                let number = Int(text)
                let value: Value = if let number { .integer(Int64(number)) } else { .text(text) }
                var words = codes.words(value, in: field.column, of: table, may: may)
                if words == nil, let number, number > 0, facts.contains(table) {
                    words = try member(field.column, of: table, number, sample.kind, may: may)
                } else if words == nil, let number, number > 0,
                    SampleNames.byColumn[field.column] == nil,
                    SampleWords.isNumberOfRow(field.column)
                {
                    words = try rows.words(field.column, of: table, number)
                }
                if let words { named[field.column, default: [:]][text] = words }
            }
        }
        return named
    }

    private func member(
        _ column: String,
        of table: String,
        _ number: Int,
        _ kind: ChangeSample.Kind,
        may: (Permission) -> Bool
    ) throws -> Text? {
        guard let dimension = SampleNames.byColumn[column] else {
            return try rows.words(column, of: table, number)
        }
        // As lists of dates have it for those who do not see the pupil.
        if dimension == .pupil, !may(.readPupils) { return Text(lv: "nav redzams", en: "not shown") }
        let name = members.name(dimension, number)
        guard kind != .removed, name == Text(same: "#\(number)") else { return name }
        return rows.coming(column, of: table, number)
            ?? (kind == .added ? Text(lv: "vēl nav reģistrā", en: "not in the register yet") : name)
    }

    /// Where the row is, and where it was: a reader has to reach both.
    private func scopes(_ sample: ChangeSample) -> [Scope] {
        let before = sample.kind == .added ? nil : scope(sample) { $0.old }
        let after = sample.kind == .removed ? nil : scope(sample) { $0.new }
        return [before, after].compactMap { $0 }
    }

    private func scope(_ sample: ChangeSample, _ side: (ChangeSample.Field) -> String?) -> Scope {
        let numbers = sample.fields.reduce(into: [String: Int]()) { numbers, field in
            if let number = side(field).flatMap({ Int($0) }) { numbers[field.column] = number }
        }
        func number(_ dimension: Dimension) -> Int { numbers[dimension.column.text] ?? 0 }
        let (place, classGroup, pupil) = (number(.institution), number(.classGroup), number(.pupil))
        return Scope(
            institution: place > 0 ? InstitutionID(rawValue: place) : institution,
            classGroup: classGroup > 0 ? ClassID(rawValue: classGroup) : nil,
            pupil: pupil > 0 ? PupilID(rawValue: pupil) : nil
        )
    }
}
