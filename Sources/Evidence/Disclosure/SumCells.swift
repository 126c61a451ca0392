internal import Frame
internal import Kernel
internal import Storage

/// A figure of the sums of a measure and year.
struct SumCell: Sendable {
    let place: SumPlace
    let tally: Tally
    /// How many people it rests on.
    let people: Int
    /// Whether the reader works with its pupils.
    var isInCircle = false
}

/// All figures of a measure and year that reports can show: institutions, grades, classes, subjects, kinds, terms.
struct SumCells: Sendable {
    /// The figures in the order of their places.
    private(set) var cells: [SumCell]
    /// The places as numbers.
    let code: PlaceCode
    /// The number of each figure's place.
    let codes: [Int]
    /// The classes: where each stands.
    let classes: ClassPlaces

    /// Reads the figures of a key: those within its reach, along its directions, of its scale where it has one.
    init(_ measure: any Measure, _ key: Disclosure.SumsKey, _ connection: Connection) throws {
        let reader = SumReader(measure: measure, key: key)
        let along = key.along
        let classes = try ClassPlaces(reader, along, connection)
        var found: [(place: SumPlace, tally: Tally)] = []
        for term in along.contains(.term) ? [nil, 1, 2] : [nil] {
            for layout in SumReader.layouts(along) {
                try reader.read(layout, term: term, connection) { found.append(($0, $1)) }
            }
        }
        let people = PeopleOfPlaces(found, classes, isAboutPupils: measure.isAboutPupils)
        let cells = found.compactMap { place, tally in
            people.count(place, tally).map { SumCell(place: place, tally: tally, people: $0) }
        }
        self.init(cells, classes)
    }

    /// Cells made by hand.
    init(_ cells: [SumCell], gradeOfClass: [Int: Int] = [:]) {
        self.init(cells, ClassPlaces(cells.map(\.place), gradeOfClass: gradeOfClass))
    }

    private init(_ cells: [SumCell], _ classes: ClassPlaces) {
        let code = PlaceCode(cells.lazy.map(\.place), grades: classes.gradeOfClass.values)
        let numbers = cells.map { code.code($0.place) ?? 0 }
        let order = cells.indices.sorted { numbers[$0] < numbers[$1] }
        self.code = code
        self.classes = classes
        self.cells = order.map { cells[$0] }
        codes = order.map { numbers[$0] }
    }

    /// The same places with other numbers.
    func mapped(_ change: (Tally) -> Tally) -> SumCells {
        var mapped = self
        mapped.cells = cells.map { cell in
            let tally = change(cell.tally)
            return SumCell(place: cell.place, tally: tally, people: tally.people ?? cell.people)
        }
        return mapped
    }

    /// The same figures, with those marked that are about pupils whom a reader works with.
    func seen(from circle: Circle) -> SumCells {
        guard !circle.isEmpty else { return self }
        var seen = self
        for index in seen.cells.indices {
            seen.cells[index].isInCircle = circle.holds(seen.cells[index].place)
        }
        return seen
    }
}

/// Where classes stand: their institution and, if they have one, their grade.
struct ClassPlaces: Sendable {
    private(set) var institutionOfClass: [Int: Int] = [:]
    private(set) var gradeOfClass: [Int: Int] = [:]

    /// Learns the classes of a measure that is laid out by them.
    init(_ reader: SumReader, _ along: Set<Dimension>, _ connection: Connection) throws {
        guard along.isSuperset(of: [.classGroup, .institution]) else { return }
        let layout: [Dimension] = [.institution, .classGroup] + (along.contains(.grade) ? [.grade] : [])
        try reader.read(layout, term: nil, connection) { place, _ in
            guard let classGroup = place.classGroup, classGroup > 0 else { return }
            institutionOfClass[classGroup] = place.institution
            gradeOfClass[classGroup] = place.grade
        }
    }

    /// The classes of some places.
    init(_ places: [SumPlace], gradeOfClass: [Int: Int]) {
        self.gradeOfClass = gradeOfClass
        for place in places {
            guard let classGroup = place.classGroup, let institution = place.institution else { continue }
            institutionOfClass[classGroup] = institution
        }
    }
}

/// How many people figures rest on, also where their measure cannot count them.
struct PeopleOfPlaces {
    private let isAboutPupils: Bool
    private var ofGrades: [SumPlace: Int] = [:]

    /// The people of grades are those of their classes.
    init(_ found: [(place: SumPlace, tally: Tally)], _ classes: ClassPlaces, isAboutPupils: Bool) {
        self.isAboutPupils = isAboutPupils
        guard isAboutPupils, found.contains(where: { $0.tally.people == nil }) else { return }
        for (place, tally) in found {
            guard let classGroup = place.classGroup, let people = tally.people else { continue }
            guard let grade = classes.gradeOfClass[classGroup] else { continue }
            var above = place
            above.classGroup = nil
            above.grade = grade
            ofGrades[above, default: 0] += people
            above.institution = nil
            ofGrades[above, default: 0] += people
        }
    }

    /// The people of a figure, or nil where it is about none; what cannot be counted is few.
    func count(_ place: SumPlace, _ tally: Tally) -> Int? {
        if let people = tally.people { return people }
        guard isAboutPupils else { return nil }
        guard place.grade != nil else { return tally.numerator == 0 ? 0 : 1 }
        return ofGrades[place] ?? 0
    }
}
