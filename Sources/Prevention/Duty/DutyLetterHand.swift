internal import Access
internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Who wrote a letter, and who signs it.
struct DutyLetterHand: Sendable {
    /// Who filled it in.
    let writer: String
    /// Where whoever filled it in is written to; empty where it is not known.
    let email: String
    /// What whoever signs is.
    let post: Text
    /// Who signs; nil where it is somebody else than whoever filled it in, whose name is written by hand.
    let signer: String?

    init(writer: String, email: String, post: Text, signer: String?) {
        self.writer = writer
        self.email = email
        self.post = post
        self.signer = signer
    }

    /// Of a letter that whoever sits at the desk opens.
    ///
    /// A letter to the parents is signed by whoever works with the pupil; what leaves in the name of the institution, by
    /// whoever answers for its step in the board's order, whoever else filled it in.
    init(_ letter: DutyLetter, _ data: DutyPupil, _ desk: Desk, _ connection: Connection) throws {
        let asker = desk.asker
        writer = asker.name
        email = try Accounts.find(asker.account, tenant: desk.tenant, connection)?.email ?? ""
        guard letter.isOfInstitution else {
            let grant = asker.grant(.workSignals, in: data.scope, on: desk.today)
            post = grant?.roleWords.capitalised ?? Text(same: "")
            signer = asker.name
            return
        }
        let doer = data.steps.first { $0.step == letter.step }?.doer ?? .head
        post = doer.words.capitalised
        signer = doer.isHeld(by: asker, in: data.scope, on: desk.today) ? asker.name : nil
    }
}
