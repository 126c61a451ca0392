import Kernel

extension DoorWords {
    /// Signs of risk and duties over absence.
    static let prevention: [String: Text] = [
        "GET /absence-duty/today": Text(lv: "Šodien bez zināma iemesla", en: "Today without a known reason"),
        "GET /absence-duty/register": Text(lv: "Ievadīt VIIS", en: "To be entered in VIIS"),
        "POST /absence-duty/register": Text(
            lv: "Lūgt daudzus personas kodus sarakstā „Ievadīt VIIS”",
            en: "Ask for many personal codes in the list “To be entered in VIIS”"
        ),
        "GET /pupils/:pupil/absence-duty": Text(
            lv: "Kas darīts izglītojamā kavējumu dēļ",
            en: "What was done over a pupil's absence"
        ),
        "POST /pupils/:pupil/absence-duty": Text(lv: "Pierakstīt soli", en: "Write down a step"),
        "POST /pupils/:pupil/absence-duty/undo/:entry": Text(
            lv: "Atsaukt kļūdainu ierakstu",
            en: "Take a wrong entry back"
        ),
        "GET /pupils/:pupil/absence-duty/letters/:letter": Text(
            lv: "Vēstule par kavējumiem",
            en: "Letter about absence"
        ),
        "POST /pupils/:pupil/absence-duty/letters/:letter": Text(
            lv: "Atzīmēt vēstuli par kavējumiem kā nosūtītu",
            en: "Mark a letter about absence as sent"
        ),
        "POST /observations": Text(
            lv: "Pierakstīt novērojumu par savu izglītojamo",
            en: "Write down an observation of a pupil whom one works with or teaches"
        ),
        "GET /signals/new-rule": Text(lv: "Jauna riska pazīme", en: "A new sign of risk"),
        "GET /pupils/:pupil/signals": Text(lv: "Izglītojamā riska pazīmes", en: "Signs of risk of a pupil"),
        "GET /pupils/:pupil/signals/:signal": Text(lv: "Kā pazīme radās", en: "How this sign was made"),
        "POST /pupils/:pupil/signals/state/:signal": Text(
            lv: "Mainīt pazīmes stāvokli",
            en: "Move a sign to another state"
        ),
        "POST /pupils/:pupil/signals/level": Text(
            lv: "Noteikt prevencijas līmeni",
            en: "Set the level of prevention"
        ),
        "POST /pupils/:pupil/signals/observations": Text(
            lv: "Pierakstīt novērojumu",
            en: "Write down an observation"
        ),
    ]
}
