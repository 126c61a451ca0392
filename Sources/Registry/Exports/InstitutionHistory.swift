import Kernel

/// The names and municipalities of an institution by the days from which they hold.
///
/// Lines are read as of the first day of a school year. So a change is told by the first year that begins with it,
/// and what came and went within one year is not told.
struct InstitutionHistory {
    /// What a line says of an institution: since when, its name, its municipality.
    struct State {
        /// Nil where nothing ever changed.
        let from: Day?
        let name: String
        let territory: String
        /// The founder, and the addresses with `;` between.
        let founder: String
        let address: String
    }

    /// A municipality, whose name means another one before and after a reform.
    struct Territory {
        let name: String
        let from: Day
        /// The number of the last day before the reform that ended it; 0 where none did.
        let until: Int

        func isMeant(on day: Day) -> Bool { from <= day && (until == 0 || day.number <= until) }
    }

    /// Official names by their first days, ascending.
    var names: [(from: Day, name: String)] = []
    /// Municipalities by their first days, ascending.
    var territories: [(from: Day, territory: Territory)] = []
    /// Founders and addresses by their first days.
    var founders = DatedTexts()
    var addresses = DatedTexts()

    /// The states in their order, the present one last.
    func states(name: String, today: Day) -> [State] {
        let days = starts
        guard !days.isEmpty else { return [state(nil, SchoolYear(containing: today).first, name)] }
        let states = days.map { state($0, $0, name) }
        // A name that held before the municipality was known needs no line of its own.
        return states.enumerated().filter { index, state in
            guard index + 1 < states.count, state.territory.isEmpty else { return true }
            let next = states[index + 1]
            return state.name != next.name || state.founder != next.founder || state.address != next.address
        }
        .map(\.element)
    }

    /// The first days of school years that begin with another state.
    private var starts: [Day] {
        // What holds since nobody knows when stands in the first line, whatever day that has.
        let texts = (founders.stretches + addresses.stretches).map { Day(number: $0.from) }
            .filter { $0.number > 0 }
        let days = Set(names.map(\.from) + territories.map(\.from) + texts).sorted()
        guard let first = days.first(where: { $0.number > 0 }) else { return [] }
        var starts = days.filter { $0.number > 0 }.map(InstitutionHistory.yearStart)
        if days.contains(where: { $0.number <= 0 }) { starts.append(SchoolYear(containing: first - 1).first) }
        return Set(starts).sorted()
    }

    private static func yearStart(_ day: Day) -> Day {
        let year = SchoolYear(containing: day)
        return year.first == day ? day : year.next.first
    }

    private func state(_ from: Day?, _ day: Day, _ name: String) -> State {
        let territory = territories.last { $0.from <= day }?.territory
        return State(
            from: from,
            name: names.last { $0.from <= day }?.name ?? name,
            territory: territory.map { $0.isMeant(on: day) ? $0.name : "" } ?? "",
            founder: DatedTexts.joined(founders.on(day)),
            address: DatedTexts.joined(addresses.on(day))
        )
    }
}
