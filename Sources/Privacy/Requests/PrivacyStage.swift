package import Frame
package import Kernel
internal import Storage

/// Plays requests of persons of invented boards through the same work as pages do, each step on its day.
package struct PrivacyStage: Sendable {
    private let desk: Desk

    /// A stage at a desk.
    package init(_ desk: Desk) {
        self.desk = desk
    }

    /// What a family may ask for here.
    package enum Wish: Int, Sendable {
        /// To see what is kept.
        case access = 1
        /// To have something mended.
        case correction = 3
        /// To have the data erased.
        case erasure = 4
    }

    /// Registers what a parent asks of the pupil of a code; gives the number of the request.
    package func register(
        _ wish: Wish,
        of code: String,
        by asker: Asker,
        on day: Day,
        _ text: String
    ) async throws -> Int {
        guard let kind = RequestKind(rawValue: wish.rawValue) else { throw Refusal.noSuchPage }
        return try await work(asker, day).register(kind, code: code, asker: .parent, on: day, text)
    }

    /// Opens the person's data.
    package func look(_ id: Int, by asker: Asker, on day: Day) async throws {
        try await work(asker, day).note(.shown, try await find(id))
    }

    /// Fulfils a request, or refuses it, with what the family is told.
    package func decide(
        _ id: Int,
        isFulfilled: Bool,
        by asker: Asker,
        on day: Day,
        _ text: String
    ) async throws {
        let version = try await find(id).version
        try await work(asker, day).decide(id, isFulfilled ? .fulfilled : .refused, text, version: version)
    }

    private func find(_ id: Int) async throws -> PrivacyRequest {
        let tenant = desk.tenant
        let found = try await desk.database.data.read { try PrivacyRequest.find(id, tenant, $0) }
        guard let found else { throw Refusal.noSuchPage }
        return found
    }

    /// Somebody's work on a day, at noon.
    private func work(_ asker: Asker, _ day: Day) -> RequestWork {
        RequestWork(desk: desk.seated(asker, on: day))
    }
}
