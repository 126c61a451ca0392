package import Kernel
internal import Storage

/// What was done.
///
/// The stored name is the raw value and never changes.
package enum AuditKind: String, CaseIterable, Sendable, SQLValue, SQLReadable {
    /// A page, list or search that showed persons.
    case read
    /// A file with persons left the house.
    case export
    /// Leave for a large export was asked for.
    case exportAsked = "export.asked"
    /// Leave for a large export was given.
    case exportApproved = "export.approved"
    /// Leave for a large export was refused.
    case exportRefused = "export.refused"
    /// Data were changed by hand.
    case change
    /// A file was imported.
    case imported = "import"
    /// An import was taken back.
    case undone = "import.undone"
    /// Somebody signed in.
    case signIn = "sign-in"
    /// Somebody tried to sign in and did not.
    case signInFailed = "sign-in.failed"
    /// A session ended by its owner's will.
    case signOut = "sign-out"
    /// An account was made.
    case accountAdded = "account.added"
    /// An account's name, language, expiry or person was changed.
    case accountChanged = "account.changed"
    /// An account was closed.
    case accountDisabled = "account.disabled"
    /// A closed account was opened again.
    case accountEnabled = "account.enabled"
    /// A password was set.
    case passwordSet = "account.password"
    /// A second factor was set up.
    case secondFactorSet = "account.second-factor"
    /// A second factor was taken away.
    case secondFactorRemoved = "account.second-factor.removed"
    /// A one-time link was made.
    case linkMade = "account.link"
    /// A role was given.
    case roleGranted = "role.granted"
    /// A role was ended.
    case roleEnded = "role.ended"
    /// Somebody began to see the house as another does.
    case viewAs = "view-as"
    /// A command was run on the server.
    case command

    /// What people call it.
    package var words: Text {
        switch self {
        case .read: Text(lv: "skatīja", en: "read")
        case .export: Text(lv: "eksportēja", en: "exported")
        case .exportAsked: Text(lv: "lūdza atļauju eksportam", en: "asked leave to export")
        case .exportApproved: Text(lv: "atļāva eksportu", en: "approved an export")
        case .exportRefused: Text(lv: "noraidīja eksportu", en: "refused an export")
        case .change: Text(lv: "laboja", en: "changed")
        case .imported: Text(lv: "importēja", en: "imported")
        case .undone: Text(lv: "atsauca importu", en: "undid an import")
        case .signIn: Text(lv: "pieteicās", en: "signed in")
        case .signInFailed: Text(lv: "neizdevās pieteikties", en: "failed to sign in")
        case .signOut: Text(lv: "izgāja", en: "signed out")
        case .accountAdded: Text(lv: "izveidoja kontu", en: "added an account")
        case .accountChanged: Text(lv: "laboja kontu", en: "changed an account")
        case .accountDisabled: Text(lv: "slēdza kontu", en: "disabled an account")
        case .accountEnabled: Text(lv: "atvēra kontu", en: "enabled an account")
        case .passwordSet: Text(lv: "iestatīja paroli", en: "set a password")
        case .secondFactorSet: Text(lv: "iestatīja otro faktoru", en: "set up the second factor")
        case .secondFactorRemoved: Text(lv: "noņēma otro faktoru", en: "removed the second factor")
        case .linkMade: Text(lv: "izveidoja vienreizēju saiti", en: "made a one-time link")
        case .roleGranted: Text(lv: "piešķīra lomu", en: "granted a role")
        case .roleEnded: Text(lv: "izbeidza lomu", en: "ended a role")
        case .viewAs: Text(lv: "skatīja kā cits lietotājs", en: "viewed as another")
        case .command: Text(lv: "izpildīja komandu", en: "ran a command")
        }
    }
}
