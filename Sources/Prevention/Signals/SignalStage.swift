internal import Access
package import Frame
package import Kernel
internal import Storage

/// Plays what people do about signals of invented boards, through the same work as pages do.
package struct SignalStage: Sendable {
    private let desk: Desk

    /// A stage at a desk.
    package init(_ desk: Desk) {
        self.desk = desk
    }

    /// Moves the signals of a pupil of this year to a state; nothing where the pupil has none or is out of reach.
    package func move(_ pupil: PupilID, to state: SignalState) async throws {
        let (tenant, year) = (desk.tenant, SchoolYear(containing: desk.today))
        let signals = try await desk.database.data.read {
            try SignalStore(tenant: tenant, connection: $0).open(in: year, of: [pupil])
        }
        try await play(
            signals.map { Turn($0.id, of: pupil, to: state, by: desk.asker, on: desk.today) }
        )
    }

    /// Somebody writes down what they noticed of a pupil; it is a signal from today on.
    package func observe(_ pupil: PupilID, factor: String, _ text: String, by asker: Asker) async throws {
        try await SignalWork(desk: desk.seated(asker)).observe(pupil, factor: factor, text)
    }

    /// Somebody sets the level of prevention of a pupil, by its number, with the reason.
    package func set(level: Int, of pupil: PupilID, _ reason: String, by asker: Asker) async throws {
        guard let level = PreventionLevel(rawValue: level) else { return }
        try await SignalWork(desk: desk.seated(asker)).set(level, of: pupil, reason)
    }

    /// Somebody moves a signal to a state on a day.
    package struct Turn: Sendable {
        let signal: Int
        let pupil: PupilID
        let state: SignalState
        let asker: Asker
        let day: Day

        /// A turn.
        package init(
            _ signal: Int,
            of pupil: PupilID,
            to state: SignalState,
            by asker: Asker,
            on day: Day
        ) {
            self.signal = signal
            self.pupil = pupil
            self.state = state
            self.asker = asker
            self.day = day
        }
    }

    /// Plays turns in their order, all at once; a turn whose pupil is out of reach is left out.
    package func play(_ turns: [Turn]) async throws {
        let desk = desk
        guard !turns.isEmpty else { return }
        try await desk.writeAndRecord { connection in
            let store = SignalStore(tenant: desk.tenant, connection: connection)
            for turn in turns {
                guard let signal = try store.find(turn.signal), signal.endedOn == nil else { continue }
                do {
                    try SignalWork.move(
                        turn.signal,
                        of: turn.pupil,
                        to: turn.state,
                        version: signal.version,
                        desk.seated(turn.asker, on: turn.day),
                        connection
                    )
                } catch is Refusal {
                    continue
                }
            }
        }
    }
}
