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
