internal import Frame
internal import Kernel

/// What columns of stored tables are called where a person is shown all that is kept of them.
enum ColumnWords {
    /// Columns that say nothing of a person: keys of search and order, versions, where a row came from.
    static let technical: Set<String> = [
        "tenant_id", "id", "pupil_id", "version", "sort_key", "search_key", "code_index", "text_index", "batch_id",
        "source", "account_id", "signal_id", "ordinal", "rule_from", "rule_version", "quantity", "request_id",
    ]

    /// Columns with members of registers.
    static let members: [String: Dimension] = [
        "institution_id": .institution, "class_id": .classGroup, "group_id": .group, "subject_id": .subject,
        "teacher_id": .teacher, "staff_id": .teacher, "year": .year, "grade": .grade, "term": .term,
    ]

    /// Columns with days; 0 is none.
    static let days: Set<String> = [
        "day", "from_day", "to_day", "birth_day", "noted_on", "ended_on", "asked_on", "due_on", "decided_on",
    ]

    /// The words of a column; its own name where nobody gave it words.
    static func words(_ column: String) -> Text { all[column] ?? Text(same: column) }

    /// Tables that no register and no table of facts names.
    static let tables: [String: Text] = [
        "risk_signal": Text(lv: "Riska pazīmes", en: "Signs of risk"),
        "risk_reading": Text(lv: "Riska pazīmju rādījumi", en: "Readings of signs of risk"),
        "risk_step": Text(lv: "Riska pazīmju izvērtēšana", en: "Steps with signs of risk"),
        "privacy_request": Text(lv: "Personas pieprasījumi", en: "Requests of the person"),
        "privacy_step": Text(lv: "Pieprasījumu izpilde", en: "Steps with requests"),
    ]

    static let all: [String: Text] = [
        "institution_id": Text(lv: "Iestāde", en: "Institution"),
        "class_id": Text(lv: "Klase", en: "Class"),
        "group_id": Text(lv: "Grupa", en: "Group"),
        "subject_id": Text(lv: "Mācību priekšmets", en: "Subject"),
        "teacher_id": Text(lv: "Pedagogs", en: "Teacher"),
        "grade": Text(lv: "Klašu pakāpe", en: "Grade"),
        "year": Text(lv: "Mācību gads", en: "School year"),
        "term": Text(lv: "Semestris", en: "Term"),
        "day": Text(lv: "Diena", en: "Day"),
        "at": Text(lv: "Laiks", en: "Time"),
        "count": Text(lv: "Skaits", en: "Count"),
        "rule": Text(lv: "Pazīme", en: "Sign"),
        "noted_on": Text(lv: "Pamanīta", en: "Noted on"),
        "ended_on": Text(lv: "Beigusies", en: "Ended on"),
        "state": Text(lv: "Stāvoklis", en: "State"),
        "threshold": Text(lv: "Slieksnis", en: "Threshold"),
        "value": Text(lv: "Vērtība", en: "Value"),
        "base": Text(lv: "No cik", en: "Of how many"),
        "past": Text(lv: "Iepriekš", en: "Before"),
        "past_base": Text(lv: "Iepriekš no cik", en: "Before, of how many"),
        "account_name": Text(lv: "Kas rīkojās", en: "Who acted"),
        "factor": Text(lv: "Riska veids", en: "Kind of risk"),
        "text_sealed": Text(lv: "Teksts", en: "Text"),
        "reason_sealed": Text(lv: "Pamatojums", en: "Reason"),
        "level": Text(lv: "Līmenis", en: "Level"),
        "kind": Text(lv: "Veids", en: "Kind"),
        "asked_on": Text(lv: "Saņemts", en: "Received on"),
        "due_on": Text(lv: "Termiņš", en: "Due on"),
        "decided_on": Text(lv: "Izlemts", en: "Decided on"),
        "asker": Text(lv: "Kas lūdz", en: "Who asks"),
        "asked_sealed": Text(lv: "Ko lūdz", en: "What is asked"),
        "decision_sealed": Text(lv: "Lēmums", en: "Decision"),
        "deed": Text(lv: "Darbība", en: "Deed"),
    ]
}
