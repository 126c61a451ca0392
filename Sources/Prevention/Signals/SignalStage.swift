package import Frame
internal import Kernel
internal import Storage

/// Plays what people do about signals of invented boards, through the same work as pages do.
package struct SignalStage: Sendable {
    private let desk: Desk

    /// A stage at the desk of whoever acts.
    package init(_ desk: Desk) {
        self.desk = desk
    }

    /// Moves the signals of a pupil of this year to a state; nothing where the pupil has none or is out of reach.
    package func move(_ pupil: PupilID, to state: SignalState) async throws {
        let (tenant, year) = (desk.tenant, SchoolYear(containing: desk.today))
        let signals = try await desk.database.data.read {
            try SignalStore(tenant: tenant, connection: $0).open(in: year, of: [pupil])
        }
        for signal in signals {
            do {
                try await SignalWork(desk: desk).move(
                    signal.id,
                    of: pupil,
                    to: state,
                    version: signal.version
                )
            } catch is Refusal {
                return
            }
        }
    }
}
