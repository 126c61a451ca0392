import ArgumentParser
import Frame
import House
import Kernel

struct UserCommand: AsyncParsableCommand, CommandFamily {
    static let configuration = CommandConfiguration(
        commandName: "user",
        abstract: "Accounts and their roles.",
        subcommands: CommandTree.of([
            UserList.self, UserAdd.self, UserRole.self, UserEndRole.self, UserEnable.self, UserDisable.self,
            UserReset.self, UserStaff.self, UserIdentity.self,
        ])
    )
}

struct UserAdd: OpeningCommand {
    static let door = CommandDoors.userAdd
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: does
    )

    @Argument(help: "The name typed to sign in.")
    var login: String
    @Option(help: "The person's name.")
    var name: String
    @Option(help: "The role, as head.")
    var role: String
    @Option(help: "The institution the role is for; the whole board where not given.")
    var institution: String?
    @Option(name: .customLong("class"), help: "The class of this year that the role is for, as 5.a.")
    var classGroup: String?
    @Option(help: "The last day of the role.")
    var until: String?
    @Option(help: "Whose entry of the staff register it is: a code, or forename and surname.")
    var staff: String?
    @Option(
        help:
            "The body that the person works for, where the role names one: social, court, police, youth, support, other."
    )
    var body: String?
    @OptionGroup var shared: Shared

    func run() async throws {
        let session = try await enter(recording: "user add")
        let words = try await UserCommands(session).add(
            login: login,
            name: name,
            role: role,
            institution: institution,
            until: try until.map { try Shared.day($0) },
            staff: staff,
            classGroup: classGroup,
            body: body
        )
        print(words[shared.language])
        await session.close()
    }
}

struct UserRole: OpeningCommand {
    static let door = CommandDoors.userRole
    static let configuration = CommandConfiguration(commandName: "role", abstract: does)

    @Argument(help: "The name typed to sign in.")
    var login: String
    @Argument(help: "The role, as class-teacher.")
    var role: String
    @Option(help: "The institution the role is for; the whole board where not given.")
    var institution: String?
    @Option(name: .customLong("class"), help: "The class of this year that the role is for, as 5.a.")
    var classGroup: String?
    @Option(help: "The last day of the role.")
    var until: String?
    @Option(
        help:
            "The body that the person works for, where the role names one: social, court, police, youth, support, other."
    )
    var body: String?
    @OptionGroup var shared: Shared

    func run() async throws {
        let session = try await enter(recording: "user role")
        let last = try until.map { try Shared.day($0) }
        try await UserCommands(session).grant(
            login: login,
            role: role,
            institution: institution,
            until: last,
            classGroup: classGroup,
            body: body
        )
        await session.close()
    }
}

struct UserStaff: OpeningCommand {
    static let door = CommandDoors.userStaff
    static let configuration = CommandConfiguration(
        commandName: "staff",
        abstract: does,
        discussion: "A teacher sees figures of their own once the account is linked."
    )

    @Argument(help: "The name typed to sign in.")
    var login: String
    @Argument(help: "A code, or forename and surname; \"\" ends the link.")
    var staff: String
    @OptionGroup var shared: Shared

    func run() async throws {
        let session = try await enter(recording: "user staff")
        try await UserCommands(session).link(login: login, staff: staff)
        await session.close()
    }
}

struct UserIdentity: OpeningCommand {
    static let door = CommandDoors.userIdentity
    static let configuration = CommandConfiguration(
        commandName: "identity",
        abstract: does
    )

    @Argument(help: "The name typed to sign in.")
    var login: String
    @Option(help: "The provider's name for itself, as iss has it.")
    var issuer: String
    @Option(help: "The provider's name for the person, as sub has it; \"\" ends the links.")
    var subject: String
    @OptionGroup var shared: Shared

    func run() async throws {
        let session = try await enter(recording: "user identity")
        try await UserCommands(session).identify(login: login, issuer: issuer, subject: subject)
        await session.close()
    }
}

struct UserEndRole: OpeningCommand {
    static let door = CommandDoors.userEndRole
    static let configuration = CommandConfiguration(commandName: "end-role", abstract: does)

    @Argument(help: "The name typed to sign in.")
    var login: String
    @Argument(help: "The role, as class-teacher.")
    var role: String
    @Option(help: "The institution the role is for, where the account has the role in several places.")
    var institution: String?
    @Option(name: .customLong("class"), help: "The class of this year that the role is for, as 5.a.")
    var classGroup: String?
    @OptionGroup var shared: Shared

    func run() async throws {
        let session = try await enter(recording: "user end-role")
        try await UserCommands(session).endRole(
            login: login,
            role: role,
            institution: institution,
            classGroup: classGroup
        )
        await session.close()
    }
}

struct UserEnable: OpeningCommand {
    static let door = CommandDoors.userEnable
    static let configuration = CommandConfiguration(
        commandName: "enable",
        abstract: does
    )

    @Argument(help: "The name typed to sign in.")
    var login: String
    @OptionGroup var shared: Shared

    func run() async throws {
        let session = try await enter(recording: "user enable")
        try await UserCommands(session).enable(login: login)
        await session.close()
    }
}

struct UserReset: OpeningCommand {
    static let door = CommandDoors.userReset
    static let configuration = CommandConfiguration(
        commandName: "reset",
        abstract: does
    )

    @Argument(help: "The name typed to sign in.")
    var login: String
    @OptionGroup var shared: Shared

    func run() async throws {
        let session = try await enter(recording: "user reset")
        print(try await UserCommands(session).reset(login: login)[shared.language])
        await session.close()
    }
}

struct UserDisable: OpeningCommand {
    static let door = CommandDoors.userDisable
    static let configuration = CommandConfiguration(commandName: "disable", abstract: does)

    @Argument(help: "The name typed to sign in.")
    var login: String
    @OptionGroup var shared: Shared

    func run() async throws {
        let session = try await enter(recording: "user disable")
        try await UserCommands(session).disable(login: login)
        await session.close()
    }
}

struct UserList: OpeningCommand {
    static let door = CommandDoors.userList
    static let configuration = CommandConfiguration(commandName: "list", abstract: does)

    @OptionGroup var shared: Shared

    func run() async throws {
        let session = try await enter(recording: "user list")
        print(try await UserCommands(session).list(shared.language))
        await session.close()
    }
}
