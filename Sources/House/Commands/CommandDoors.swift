package import Frame
import Planning

/// The doors of all commands, in the order of the command tree.
///
/// A command names its own; a test walks the tree and finds each here under its words.
package enum CommandDoors {
    /// Reports; each has a permission of its own beside it.
    package static let report = CommandDoor("report", .readFigures, .anywhere)
    /// Reports of programmes as files.
    package static let annualReport = CommandDoor("annual-report", .seePlans, .anywhere)
    /// Tables as files; each has a permission of its own beside it.
    package static let export = CommandDoor("export", .readFigures, .anywhere)
    /// The server.
    package static let serve = CommandDoor.machine("serve")
    /// The invented board.
    package static let demo = CommandDoor.machine("demo")
    /// Files of an invented board.
    package static let generate = CommandDoor.free("generate")
    /// Copies of the database.
    package static let backup = CommandDoor.machine("backup")
    /// Databases out of copies.
    package static let restore = CommandDoor.machine("restore")
    /// Counting again.
    package static let doctor = CommandDoor("doctor", .importData, .tenant)
    /// The matrix of doors.
    package static let doors = CommandDoor.free("doors")

    /// Reading files.
    package static let importFiles = CommandDoor("import files", .importData, .anywhere)
    /// Imports made.
    package static let importList = CommandDoor("import list", .importData, .anywhere)
    /// Taking an import back.
    package static let importUndo = CommandDoor("import undo", .importData, .anywhere)
    /// Formats.
    package static let importFormats = CommandDoor.free("import formats")

    /// Accounts: a head keeps those of the institution.
    package static let userList = CommandDoor("user list", .administer, .anywhere)
    /// A new account.
    package static let userAdd = CommandDoor("user add", .administer, .anywhere)
    /// A further role.
    package static let userRole = CommandDoor("user role", .administer, .anywhere)
    /// The end of a role.
    package static let userEndRole = CommandDoor("user end-role", .administer, .anywhere)
    /// Opening an account again.
    package static let userEnable = CommandDoor("user enable", .administer, .anywhere)
    /// Closing an account.
    package static let userDisable = CommandDoor("user disable", .administer, .anywhere)
    /// A new link to set a password.
    package static let userReset = CommandDoor("user reset", .administer, .anywhere)
    /// Whose entry of the staff register an account is.
    package static let userStaff = CommandDoor("user staff", .administer, .anywhere)
    /// Who the owner is at a provider of identities.
    package static let userIdentity = CommandDoor("user identity", .administer, .anywhere)

    /// A new board.
    package static let tenantAdd = CommandDoor.machine("tenant add")
    /// Changes of a board.
    package static let tenantChange = CommandDoor("tenant change", .administer, .tenant)
    /// All boards.
    package static let tenantList = CommandDoor.machine("tenant list")

    /// Saved ways to read a source.
    package static let mappingList = CommandDoor("mapping list", .importData, .anywhere)
    /// One of them.
    package static let mappingShow = CommandDoor("mapping show", .importData, .anywhere)
    /// Keeping one.
    package static let mappingSave = CommandDoor("mapping save", .importData, .tenant)
    /// Removing one.
    package static let mappingRemove = CommandDoor("mapping remove", .importData, .tenant)

    /// Dated rules.
    package static let rulesList = CommandDoor("rules list", .administer, .tenant)
    /// One of them.
    package static let rulesShow = CommandDoor("rules show", .administer, .tenant)
    /// Changing one.
    package static let rulesSet = CommandDoor("rules set", .administer, .tenant)
    /// Lists of codes.
    package static let codesList = CommandDoor("codes list", .administer, .tenant)
    /// Changing one.
    package static let codesSet = CommandDoor("codes set", .administer, .tenant)

    /// Whether the audit trail is whole.
    package static let auditVerify = CommandDoor("audit verify", .readAudit, .tenant)
    /// Its youngest records.
    package static let auditList = CommandDoor("audit list", .readAudit, .tenant)
    /// The end of its chain.
    package static let auditAnchor = CommandDoor("audit anchor", .readAudit, .tenant)

    /// Who is told of which reports.
    package static let subscriptionList = CommandDoor("subscription list", .administer, .tenant)
    /// Looking at them now.
    package static let subscriptionRun = CommandDoor("subscription run", .administer, .tenant)

    /// Pupils who may be registered twice.
    package static let pupilDuplicates = CommandDoor("pupil duplicates", .mergePupils, .tenant)
    /// Joining two of them.
    package static let pupilMerge = CommandDoor("pupil merge", .mergePupils, .tenant)
    /// Parting them again.
    package static let pupilUnmerge = CommandDoor("pupil unmerge", .mergePupils, .tenant)

    /// A new sealing key of a board.
    package static let rotateKeys = CommandDoor("db rotate-keys", .administer, .tenant)
    /// A new key in the key file.
    package static let rotateMasterKey = CommandDoor.machine("db rotate-master-key")
    /// The list of tables.
    package static let tables = CommandDoor.free("db tables")

    /// Scales of marks.
    package static let scalesList = CommandDoor("scales list", .administer, .tenant)
    /// One of them.
    package static let scalesShow = CommandDoor("scales show", .administer, .tenant)
    /// Changing one.
    package static let scalesSet = CommandDoor("scales set", .administer, .tenant)
    /// Changing a mark of one.
    package static let scalesMark = CommandDoor("scales mark", .administer, .tenant)

    /// Days of terms.
    package static let termsList = CommandDoor("terms list", .administer, .tenant)
    /// Changing those of a term.
    package static let termsSet = CommandDoor("terms set", .administer, .tenant)

    /// All of them.
    package static let all: [CommandDoor] = [
        report, annualReport, export, serve, demo, generate, backup, restore, doctor, doors,
        importFiles, importList, importUndo, importFormats,
        userList, userAdd, userRole, userEndRole, userEnable, userDisable, userReset, userStaff, userIdentity,
        tenantAdd, tenantChange, tenantList, mappingList, mappingShow, mappingSave, mappingRemove,
        rulesList, rulesShow, rulesSet, codesList, codesSet, auditVerify, auditList, auditAnchor,
        subscriptionList, subscriptionRun, pupilDuplicates, pupilMerge, pupilUnmerge, rotateKeys,
        rotateMasterKey, tables,
        scalesList, scalesShow, scalesSet, scalesMark,
        termsList, termsSet,
    ]
}
