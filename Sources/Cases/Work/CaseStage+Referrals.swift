internal import Access
package import Frame
package import Kernel
internal import Registry
internal import Storage

extension CaseStage {
    /// What an invented referral asks: the other body by its number, a code of the kinds of referrals, and why.
    package struct Asked: Sendable {
        let body: Int
        let kind: String
        let reason: String
        /// What is written on the further questions of the form, in their order.
        package var written: [String] = []

        /// A referral to a body, or from it.
        package init(body: Int, kind: String, reason: String) {
            self.body = body
            self.kind = kind
            self.reason = reason
        }

        func new() throws -> ReferralWork.New {
            guard let body = CaseBody(rawValue: body) else { throw Refusal.noSuchPage }
            let answers = ReferralWork.Answers(texts: written)
            let basis: LegalBasis = body == .social ? .socialServices : .childRights
            return ReferralWork.New(body: body, kind: kind, basis: basis, reason: reason, answers: answers)
        }
    }

    /// Refers a case to a worker of another body; gives the number of the referral.
    package func refer(
        _ id: Int,
        to worker: Asker,
        by asker: Asker,
        on day: Day,
        _ asked: Asked
    ) async throws -> Int {
        try await referrals(asker, day).send(of: id, to: worker.account, try asked.new())
    }

    /// Refers a pupil from another body to the pupil's institution; nil where the pupil was out of reach that day.
    package func refer(_ pupil: PupilID, by asker: Asker, on day: Day, _ asked: Asked) async throws -> Int? {
        let (desk, new) = (desk.seated(asker, on: day), try asked.new())
        do {
            return try await desk.writeAndRecord { connection in
                try ReferralWork.insert(new, about: pupil, desk, connection)
            }
        } catch is FieldErrors {
            return nil
        }
    }

    /// Accepts a referral, or rejects it with the reason.
    package func answer(
        referral id: Int,
        accepts: Bool,
        by asker: Asker,
        on day: Day,
        _ words: String
    ) async throws {
        let version = try await version(ofReferral: id)
        try await referrals(asker, day).answer(id, accepts: accepts, words, version: version)
    }

    /// Ends a referral that was accepted with what came of it.
    package func finish(referral id: Int, by asker: Asker, on day: Day, _ outcome: String) async throws {
        let version = try await version(ofReferral: id)
        try await referrals(asker, day).finish(id, outcome, version: version)
    }

    private func referrals(_ asker: Asker, _ day: Day) -> ReferralWork {
        ReferralWork(desk.seated(asker, on: day))
    }

    private func version(ofReferral id: Int) async throws -> Int {
        let tenant = desk.tenant
        let found = try await desk.database.data.read { try Referral.find(id, tenant, $0) }
        guard let found else { throw Refusal.noSuchPage }
        return found.version
    }
}
