import Frame
import Kernel
import Storage

/// Figures of groups of an institution's pupils: by sex, language of instruction and special programme.
///
/// Disclosure control of measures knows no such groups, so it is done here: groups of a division and those of whom it is
/// not known add up to figures of the institution, and are shown all together or not at all. Nothing else that is shown
/// adds them up with those of another institution or division.
struct InstitutionGroups: Sendable {
    /// A column: its heading, and the figure of each pupil.
    struct Column: Sendable {
        let heading: Text
        let measure: String
        let unit: MeasureUnit
        /// What was asked, to which the numbers lead: of marks in a year that runs, those of a term.
        let selection: Selection
        let tallies: [PupilID: Tally]
    }

    /// A division with a figure of each group in each column.
    struct Division: Sendable {
        let split: GroupSplit
        let groups: [[Figure]]
    }

    let headings: [Text]
    let divisions: [Division]

    static func load(_ own: Selection, _ desk: Desk, _ connection: Connection) throws -> InstitutionGroups {
        guard let institution = own.institution else { return InstitutionGroups(headings: [], divisions: []) }
        let pupils = try GroupedPupil.load(institution, own.year, desk.tenant, connection)
        let columns = try columns(own, pupils, desk, connection)
        let floor = try desk.floor(connection)
        return InstitutionGroups(
            headings: columns.map(\.heading),
            divisions: GroupSplit.allCases.compactMap { split in
                let isOpen = [Permission.readPupils, split.permission].allSatisfy {
                    desk.asker.may($0, in: own.scope, on: desk.today)
                }
                return Division(split, pupils, columns, floor: isOpen ? 0 : floor)
            }
        )
    }

    private static func columns(
        _ own: Selection,
        _ pupils: [GroupedPupil],
        _ desk: Desk,
        _ connection: Connection
    ) throws -> [Column] {
        let marks = try MarkPeriod.find(Beside(own), PageFigures(desk, connection))
        let all = Column(
            heading: Text(lv: "Izglītojamie", en: "Pupils"),
            measure: RegistryMeasures.pupils,
            unit: .count(.pupils),
            selection: own,
            tallies: Dictionary(pupils.map { ($0.id, Tally(1)) }) { first, _ in first }
        )
        // Marks of the year before are of other pupils.
        let asked: [(heading: Text, measure: String, selection: Selection)] = [
            (Text(lv: "Vidējais vērtējums", en: "Mean mark"), "attainment/mark", marks.beside.own),
            (Text(lv: "Kavēto stundu daļa", en: "Share missed"), "attendance/missed-share", own),
            (
                Text(lv: "Neattaisnoti, % no visām stundām", en: "Unexcused, % of all lessons"),
                "attendance/unexcused-rate", own
            ),
        ]
        let others = try asked.filter { $0.selection.year == own.year }.compactMap {
            try column($0.heading, $0.measure, $0.selection, desk, connection)
        }
        return [all] + others
    }

    /// Nil where no room has the measure or it knows of no pupil.
    private static func column(
        _ heading: Text,
        _ name: String,
        _ selection: Selection,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> Column? {
        let book = desk.house.measures
        guard book.has(name) else { return nil }
        let measure = try book.named(name)
        guard measure.dimensions.contains(.pupil) else { return nil }
        let vector = try book.vector(measure, selection, over: [.pupil], tenant: desk.tenant, connection)
        guard !vector.isEmpty else { return nil }
        let tallies = vector.map { (PupilID(rawValue: $0.key[0]), $0.value) }
        return Column(
            heading: heading,
            measure: name,
            unit: measure.unit,
            selection: selection,
            tallies: Dictionary(tallies) { first, _ in first }
        )
    }
}

extension InstitutionGroups.Division {
    /// Nil where one of the groups is of nobody: then nothing is divided.
    fileprivate init?(
        _ split: GroupSplit,
        _ pupils: [GroupedPupil],
        _ columns: [InstitutionGroups.Column],
        floor: Int
    ) {
        let count = split.groups.count
        // The last part is of those of whom it is not known; it is not shown, but could be what the others leave.
        var parts = [[PupilID]](repeating: [], count: count + 1)
        for pupil in pupils { parts[split.group(pupil) ?? count].append(pupil.id) }
        guard parts.prefix(count).allSatisfy({ !$0.isEmpty }) else { return nil }
        let isFew = InstitutionGroups.Division.isFew(parts.map(\.count), floor)
        let hidden = columns.map { column in
            let known = parts.map { part in part.count { column.tallies[$0] != nil } }
            return isFew || InstitutionGroups.Division.isFew(known, floor)
        }
        self.split = split
        groups = parts.prefix(count).map { part in
            zip(columns, hidden).map { column, isHidden in column.figure(part, isHidden: isHidden) }
        }
    }

    /// Whether one of some numbers is of some people, but too few.
    private static func isFew(_ counts: [Int], _ floor: Int) -> Bool {
        counts.contains { $0 > 0 && $0 < floor }
    }
}

extension InstitutionGroups.Column {
    /// The figure of some pupils together: of their marks and lessons, not of their means.
    fileprivate func figure(_ pupils: [PupilID], isHidden: Bool) -> Figure {
        let known = pupils.compactMap { tallies[$0] }
        let top = known.reduce(0) { $0 + $1.numerator }
        let below = known.reduce(0) { $0 + $1.denominator }
        var tally: Tally?
        if !isHidden, !known.isEmpty {
            if case .count = unit {
                tally = Tally(top, people: known.count)
            } else {
                tally = Tally(top, over: below, people: known.count)
            }
        }
        return Figure(measure: measure, unit: unit, selection: selection, tally: tally, isHidden: isHidden)
    }
}
