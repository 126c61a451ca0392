package import Frame
package import Kernel
import Storage

/// Work that goes on when the page that asked for it is closed.
package struct Job: Sendable, Hashable {
    /// What is to be done.
    package enum Kind: String, Sendable, SQLValue, SQLReadable {
        /// Read files into staging and plan them.
        case stage = "import.stage"
        /// Apply a plan.
        case apply = "import.apply"
        /// Take a batch back.
        case undo = "import.undo"
    }

    /// How far it has come.
    package enum State: String, Sendable, SQLValue, SQLReadable {
        /// Nobody works on it yet.
        case waiting
        /// A server works on it, as long as its lease runs.
        case running
        /// It is done.
        case done
        /// It could not be done; `message` says why.
        case failed
    }

    /// Its number.
    package let id: Int
    /// What is to be done.
    package let kind: Kind
    /// The import or batch it is about; 0 before a file was opened.
    package let subject: Int
    /// How far it has come.
    package let state: State
    /// Who asked for it.
    package let account: AccountID
    /// How far the import has come, where it told.
    package let progress: ImportProgress?
    /// Why it could not be done.
    package let message: Text?
    let argument: String
    let accountName: String
    let language: Language
    let attempts: Int
}

extension Job {
    init(_ row: inout Row) throws {
        id = try row.next()
        kind = try row.next()
        subject = try row.next()
        state = try row.next()
        account = try row.next()
        argument = try row.next()
        accountName = try row.next()
        language = Language(rawValue: try row.next(String.self)) ?? .lv
        attempts = try row.next()
        progress = try? JSON.value(try row.next(String.self))
        let message = Text(lv: try row.next(), en: try row.next())
        self.message = message.lv.isEmpty ? nil : message
    }

    /// The columns in the order in which a job is read.
    static let columns: SQL = """
        id, kind, subject_id, state, account_id, argument, account, language, attempts, progress, message_lv,
        message_en
        """
}
