internal import Frame
internal import Kernel

/// What somebody may see or do of a case: the columns of the matrix of cases.
enum CaseRight: String, CaseIterable, Sendable {
    /// That there is one, in which state, and whom to ask.
    case knows
    /// Why they themselves were invited.
    case purpose
    /// Why it was opened, its tasks, how it ended.
    case basics
    /// The plans.
    case plan
    /// Others' notes for the team.
    case teamNotes
    /// Others' restricted notes.
    case restrictedNotes
    /// Others' notes for author and supervisor.
    case authorNotes
    /// One's own notes, of whatever level.
    case ownNotes
    /// Writing notes and tasks.
    case write
    /// Writing plans.
    case writePlans
    /// Inviting, changing the state, handing over, reopening.
    case manage

    /// Whether a key gives it, asked of the key as pages ask.
    func isGiven(by key: CaseKey) -> Bool {
        let other = AccountID(rawValue: key.account.rawValue + 1)
        return switch self {
        case .knows: true
        case .purpose: key.opens(.purpose(of: key.account))
        case .basics: key.opens(.basics)
        case .plan: key.opens(.plan)
        case .teamNotes: key.opens(.note(.team, author: other, at: key.institution))
        case .restrictedNotes: key.opens(.note(.restricted, author: other, at: key.institution))
        case .authorNotes: key.opens(.note(.author, author: other, at: key.institution))
        case .ownNotes: key.opens(.note(.author, author: key.account, at: key.institution))
        case .write: key.writes
        case .writePlans: key.writesPlans
        case .manage: key.manages
        }
    }

    /// What people call it.
    var words: Text {
        switch self {
        case .knows: Text(lv: "zina, ka gadījums pastāv", en: "knows that there is a case")
        case .purpose: Text(lv: "redz, kāpēc uzaicināts", en: "sees why they were invited")
        case .basics: Text(lv: "redz iemeslu, uzdevumus, iznākumu", en: "sees reason, tasks, outcome")
        case .plan: Text(lv: "redz plānus", en: "sees plans")
        case .teamNotes: Text(lv: "lasa piezīmes komandai", en: "reads notes for the team")
        case .restrictedNotes: Text(lv: "lasa ierobežotās piezīmes", en: "reads restricted notes")
        case .authorNotes:
            Text(lv: "lasa citu piezīmes autoram un pārraugam", en: "reads others’ notes for the supervisor")
        case .ownNotes: Text(lv: "lasa savas piezīmes", en: "reads own notes")
        case .write: Text(lv: "raksta piezīmes un uzdevumus", en: "writes notes and tasks")
        case .writePlans: Text(lv: "raksta plānus", en: "writes plans")
        case .manage: Text(lv: "vada gadījumu", en: "manages the case")
        }
    }
}
