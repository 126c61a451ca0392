internal import Frame
internal import Kernel
internal import Storage

/// A figure of the sums of a measure and year.
struct SumCell {
    let place: SumPlace
    let tally: Tally
    /// How many people it rests on.
    let people: Int
    /// Whether the reader works with its pupils.
    var isInCircle = false
}

/// All figures of a measure and year that reports can show: institutions, grades, classes, subjects, kinds, terms.
struct SumCells {
    private(set) var cells: [SumCell] = []
    private(set) var indexes: [SumPlace: Int] = [:]
    /// The institution of each class, for figures that name the class alone.
    private(set) var institutionOfClass: [Int: Int] = [:]
    /// The grade of each class that has one.
    private(set) var gradeOfClass: [Int: Int] = [:]

    /// Reads the figures within a reach, along some directions; those of one scale of marks where it is named.
    init(
        _ measure: any Measure,
        year: SchoolYear,
        scale: Int? = nil,
        reach: Reach,
        along: Set<Dimension>,
        circle: Circle,
        tenant: TenantID,
        _ connection: Connection
    ) throws {
        let reader = SumReader(measure: measure, year: year, scale: scale, reach: reach, tenant: tenant)
        if along.isSuperset(of: [.classGroup, .institution]) {
            try learnClasses(reader, along, connection)
        }
        var found: [SumPlace: Tally] = [:]
        for term in along.contains(.term) ? [nil, 1, 2] : [nil] {
            for layout in SumReader.layouts(along) {
                try reader.read(layout, term: term, connection) { place, tally in found[place] = tally }
            }
        }
        for (place, tally) in found.sorted(by: { $0.key < $1.key }) {
            guard let people = tally.people ?? people(place, found, measure) else { continue }
            indexes[place] = cells.count
            cells.append(SumCell(place: place, tally: tally, people: people, isInCircle: circle.holds(place)))
        }
    }

    /// Cells made by hand.
    init(_ cells: [SumCell], gradeOfClass: [Int: Int] = [:]) {
        self.cells = cells.sorted { $0.place < $1.place }
        self.gradeOfClass = gradeOfClass
        for (index, cell) in self.cells.enumerated() {
            indexes[cell.place] = index
            guard let classGroup = cell.place.classGroup, let institution = cell.place.institution else {
                continue
            }
            institutionOfClass[classGroup] = institution
        }
    }

    private mutating func learnClasses(
        _ reader: SumReader,
        _ along: Set<Dimension>,
        _ connection: Connection
    ) throws {
        let hasGrades = along.contains(.grade)
        let layout: [Dimension] = [.institution, .classGroup] + (hasGrades ? [.grade] : [])
        try reader.read(layout, term: nil, connection) { place, _ in
            guard let classGroup = place.classGroup, let institution = place.institution else { return }
            guard classGroup > 0 else { return }
            institutionOfClass[classGroup] = institution
            gradeOfClass[classGroup] = place.grade
        }
    }

    /// The people of a grade, where a measure cannot count them: those of its classes.
    ///
    /// Else it counts as few.
    private func people(_ place: SumPlace, _ found: [SumPlace: Tally], _ measure: any Measure) -> Int? {
        guard measure.isAboutPupils else { return nil }
        guard let grade = place.grade else { return found[place]?.numerator == 0 ? 0 : 1 }
        var sum = 0
        for (classGroup, ofClass) in gradeOfClass where ofClass == grade {
            var child = place
            child.grade = nil
            child.institution = institutionOfClass[classGroup]
            child.classGroup = classGroup
            guard place.institution == nil || place.institution == child.institution else { continue }
            sum += found[child]?.people ?? 0
        }
        return sum
    }
}

/// Reads layouts of one measure and year.
struct SumReader {
    let measure: any Measure
    let year: SchoolYear
    /// The scale that the figures are of; nil where the measure chooses, or has no scales.
    let scale: Int?
    let reach: Reach
    let tenant: TenantID

    /// The layouts that a measure has along some directions, each with the ones that are split besides.
    static func layouts(_ along: Set<Dimension>) -> [[Dimension]] {
        let places: [[Dimension]] = [
            [], [.institution], [.institution, .classGroup], [.grade], [.institution, .grade],
        ]
        let splits: [[Dimension]] = [[], [.subject], [.kind], [.subject, .kind]]
        return places.filter { along.isSuperset(of: $0) }.flatMap { place in
            splits.filter { along.isSuperset(of: $0) }.map { place + $0 }
        }
    }

    /// Hands over the tallies of a layout by place.
    func read(
        _ layout: [Dimension],
        term: Int?,
        _ connection: Connection,
        _ body: (SumPlace, Tally) -> Void
    ) throws {
        let selection = Selection(year: year, term: term, reach: reach)
        let along = scale == nil ? layout : layout + [.scale]
        let vector = try measure.vector(selection, over: along, tenant: tenant, connection)
        for (key, tally) in vector where scale == nil || key.last == scale {
            var members = Dictionary(zip(layout, key)) { first, _ in first }
            members[.term] = term
            if let place = SumPlace(members) { body(place, tally) }
        }
    }
}
