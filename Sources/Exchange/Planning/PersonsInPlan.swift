import Frame
import Storage

extension HouseBook {
    /// Whether lines of an import may tell of persons: they do where a table that they go to does, and nobody knows
    /// where no line was understood.
    func mayTellOfPersons(_ plan: ImportPlan) -> Bool {
        plan.tables.isEmpty || plan.tables.contains { tellsOfPersons($0.table) }
    }

    /// Whether rows of a table tell of persons.
    func tellsOfPersons(_ table: String) -> Bool {
        let notes = rooms.flatMap { $0.migrations }.flatMap { $0.tables }
        return switch notes.last(where: { $0.name == table })?.holds {
        case .organisations?, .system?: false
        case .pupils?, .staff?, .accounts?, nil: true
        }
    }
}
