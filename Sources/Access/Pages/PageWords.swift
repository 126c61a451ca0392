internal import Frame
internal import Kernel
internal import Pages

/// Words that several pages of the room say.
enum PageWords {
    static let signIn = Text(lv: "Pieteikties", en: "Sign in")
    static let login = Text(lv: "Lietotājvārds", en: "Login")
    static let password = Text(lv: "Parole", en: "Password")
    static let presentPassword = Text(lv: "Pašreizējā parole", en: "Present password")
    static let newPassword = Text(lv: "Jaunā parole", en: "New password")
    static let repeated = Text(lv: "Jaunā parole vēlreiz", en: "New password again")
    static let passwordHint = Text(
        lv: "Vismaz \(PasswordRules.shortest) rakstzīmes; piemēram, četri nesaistīti vārdi.",
        en: "At least \(PasswordRules.shortest) characters; for example, four unrelated words."
    )
    static let different = Text(lv: "Abas paroles atšķiras.", en: "The two passwords differ.")
    static let code = Text(lv: "Kods no autentifikatora", en: "Code from the authenticator")
    static let save = Text(lv: "Saglabāt", en: "Save")
    static let myAccount = Text(lv: "Mans konts", en: "My account")
    static let users = Text(lv: "Lietotāji", en: "Users")
    static let name = Text(lv: "Vārds, uzvārds", en: "Name")
    static let email = Text(lv: "E-pasts", en: "Email")
    static let language = Text(lv: "Valoda", en: "Language")
    static let role = Text(lv: "Loma", en: "Role")
    static let place = Text(lv: "Kur", en: "Where")
    static let from = Text(lv: "No", en: "From")
    static let to = Text(lv: "Līdz", en: "To")
    static let staff = Text(lv: "Ieraksts darbinieku reģistrā", en: "Entry of the staff register")
    static let staffHint = Text(
        lv: "Kods vai vārds un uzvārds. Pedagogs ar to redz savus rādītājus.",
        en: "The code or the name. With it a teacher sees figures of their own."
    )
    static let body = Text(lv: "Institūcija, kurā strādā", en: "Body that the person works for")
    static let state = Text(lv: "Stāvoklis", en: "State")
    static let when = Text(lv: "Kad", en: "When")

    static let languages = [Option("lv", "Latviešu"), Option("en", "English")]
}

extension Refusal {
    /// The message and what to do, as the error of a form.
    func words(_ language: Language) -> String { "\(message[language]) \(advice[language])" }
}

extension PageRequest {
    /// Where the request comes from.
    var visitor: Visitor { Visitor(address: address, agent: agent) }

    /// The secret of the browser's session.
    var secret: Secret { Secret(text: session) }

    /// A day typed into a field; nil where it is empty.
    func day(_ name: String) throws(Refusal) -> Day? {
        do {
            return try Parse.day(field(name))
        } catch .empty {
            return nil
        } catch {
            throw Refusal(.invalid, error.message, advice: error.advice)
        }
    }
}

/// A path of our own, so that a link cannot lead somebody who signs in to another server.
enum OwnPath {
    static func checked(_ path: String) -> String {
        guard path.hasPrefix("/"), !path.hasPrefix("//"), !path.contains("\\") else { return "/" }
        return path.unicodeScalars.contains { $0.value < 33 } ? "/" : path
    }
}
