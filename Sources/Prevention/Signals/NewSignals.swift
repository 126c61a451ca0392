package import Frame
package import Kernel
package import Storage

/// Signals that nobody has looked at yet.
package enum NewSignals {
    /// How many pupils have one in a year, of those whose signals whoever sits at the desk may see; nil where they may
    /// see none.
    package static func pupils(_ year: SchoolYear, _ desk: Desk, _ connection: Connection) throws -> Int? {
        let reach = desk.asker.reach(.readSignals, on: desk.today)
        guard !reach.isEmpty else { return nil }
        return try connection.value(
            """
            SELECT count(DISTINCT s.pupil_id) FROM risk_signal s
            WHERE s.tenant_id = \(desk.tenant) AND s.year = \(year.start) AND s.ended_on = 0
                AND s.state = \(SignalState.new) AND \(SignalStore.condition(reach))
                AND \(SignalStore.ofSomebody(desk.tenant))
            """,
            Int.self
        )
    }
}
