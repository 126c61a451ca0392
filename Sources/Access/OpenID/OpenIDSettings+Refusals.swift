internal import Kernel

/// What is wrong with a line of the settings.
enum SettingsFault: Sendable {
    case noValue, unknownName, twice, badAddress, badGroup, badRole, badPlace

    var words: Text {
        switch self {
        case .noValue: Text(lv: "nav vērtības aiz „=”", en: "there is no value after “=”")
        case .unknownName: Text(lv: "nezināms iestatījums", en: "the setting is unknown")
        case .twice: Text(lv: "iestatījums atkārtojas", en: "the setting is there twice")
        case .badAddress: Text(lv: "adrese nav lietojama", en: "the address cannot be used")
        case .badGroup: Text(lv: "grupas rinda nav saprotama", en: "the line of a group cannot be read")
        case .badRole: Text(lv: "šādu lomu grupai norādīt nevar", en: "a group cannot have this role")
        case .badPlace: Text(lv: "loma šādai vietai neder", en: "the role is not held for such a place")
        }
    }

    var advice: Text {
        switch self {
        case .noValue, .twice:
            Text(
                lv: "Katram iestatījumam ir viena rinda: nosaukums = vērtība.",
                en: "Write name = value once."
            )
        case .unknownName:
            Text(
                lv: """
                    Iestatījumi: issuer, client, secret, title, title-en, public, scope, groups-claim un rindas \
                    group NOSAUKUMS = LOMA at VIETA.
                    """,
                en: """
                    The settings are issuer, client, secret, title, title-en, public, scope, groups-claim, and lines \
                    group NAME = ROLE at PLACE.
                    """
            )
        case .badAddress:
            Text(
                lv: "Adrese sākas ar https://; http:// drīkst būt tikai šajā pašā datorā.",
                en: "An address begins with https://; http:// is for this machine alone."
            )
        case .badGroup:
            Text(
                lv: "Rakstiet: group NOSAUKUMS = LOMA at REĢISTRĀCIJAS-NUMURS vai at board.",
                en: "Write: group NAME = ROLE at REGISTRATION-NUMBER, or at board."
            )
        case .badRole:
            Text(
                lv: """
                    Lomas rāda lapa „Kas ko drīkst”; lomu, kurai vajag pēdējo dienu vai institūciju, piešķir lietotāja \
                    lapā.
                    """,
                en: """
                    The page “Who may what” shows the roles; a role that needs a last day or a body is given on the page \
                    of the user.
                    """
            )
        case .badPlace:
            Text(
                lv: "Pārvaldes lomai vietu nenorāda, iestādes lomai norāda tās reģistrācijas numuru.",
                en: "A role of the board names no place, a role of an institution its registration number."
            )
        }
    }
}

extension Refusal {
    /// A line of the settings that cannot be read; its value is not shown, as it may be the secret.
    static func badSetting(_ place: SettingsPlace, _ fault: SettingsFault) -> Refusal {
        Refusal(
            .invalid,
            Text(
                lv: "Faila \(place.file) \(place.line). rindā \(fault.words.lv).",
                en: "In line \(place.line) of \(place.file) \(fault.words.en)."
            ),
            advice: fault.advice
        )
    }

    static func missingSetting(_ name: String, file: String) -> Refusal {
        Refusal(
            .invalid,
            Text(
                lv: "Failā \(file) nav iestatījuma „\(name)”.",
                en: "The setting “\(name)” is missing in \(file)."
            ),
            advice: Text(
                lv: "Pievienojiet rindu: \(name) = vērtība.",
                en: "Add a line: \(name) = value."
            )
        )
    }
}
