internal import Frame
internal import Kernel

/// What columns of stored tables are called where a person is shown all that is kept of them.
enum ColumnWords {
    /// Columns that say nothing of a person: keys of search and order, versions, where a row came from.
    static let technical: Set<String> = [
        "tenant_id", "id", "pupil_id", "version", "sort_key", "search_key", "code_index", "text_index",
        "batch_id",
        "source", "account_id", "signal_id", "ordinal", "rule_from", "rule_version", "quantity", "request_id",
        "case_id", "plan_id", "owner_id", "invited_by", "number", "meeting_id", "item_id", "position",
        "case_note_id", "case_task_id",
    ]

    /// Columns with members of registers.
    static let members: [String: Dimension] = [
        "institution_id": .institution, "class_id": .classGroup, "group_id": .group, "subject_id": .subject,
        "teacher_id": .teacher, "staff_id": .teacher, "year": .year, "grade": .grade, "term": .term,
    ]

    /// Columns with days; 0 is none.
    static let days: Set<String> = [
        "day", "from_day", "to_day", "birth_day", "noted_on", "ended_on", "asked_on", "due_on", "decided_on",
        "opened_on", "closed_on", "review_on", "invited_on", "answered_on", "ends_on", "done_on", "made_on",
        "parents_on", "midterm_on", "result_on",
    ]

    /// Columns with moments; 0 is none.
    static let moments: Set<String> = ["at", "undone_at"]

    /// The words of a column; its own name where nobody gave it words.
    static func words(_ column: String) -> Text { all[column] ?? Text(same: column) }

    /// Tables that no register and no table of facts names.
    static let tables: [String: Text] = [
        "risk_signal": Text(lv: "Riska pazīmes", en: "Signs of risk"),
        "risk_reading": Text(lv: "Riska pazīmju rādījumi", en: "Readings of signs of risk"),
        "risk_step": Text(lv: "Riska pazīmju izvērtēšana", en: "Steps with signs of risk"),
        "privacy_request": Text(lv: "Personas pieprasījumi", en: "Requests of the person"),
        "privacy_step": Text(lv: "Pieprasījumu izpilde", en: "Steps with requests"),
        "case_step": Text(lv: "Atbalsta gadījuma gaita", en: "Course of a case"),
        "case_member": Text(lv: "Atbalsta gadījuma dalībnieki", en: "Participants of a case"),
        "case_note": Text(lv: "Atbalsta gadījuma piezīmes", en: "Notes of a case"),
        "case_task": Text(lv: "Atbalsta gadījuma uzdevumi", en: "Tasks of a case"),
        "plan_version": Text(lv: "Plānu redakcijas", en: "Versions of plans"),
        "plan_measure": Text(lv: "Plānu pasākumi", en: "Measures of plans"),
        "consultation": Text(lv: "Konsultācijas", en: "Consultations"),
        "meeting_note": Text(lv: "Sanāksmēs pierakstītais", en: "Written down at meetings"),
        "meeting_task": Text(lv: "Sanāksmju lēmumi un uzdevumi", en: "Decisions and tasks of meetings"),
    ]

    static let all: [String: Text] = [
        "institution_id": Text(lv: "Iestāde", en: "Institution"),
        "class_id": Text(lv: "Klase", en: "Class"),
        "group_id": Text(lv: "Grupa", en: "Group"),
        "subject_id": Text(lv: "Mācību priekšmets", en: "Subject"),
        "teacher_id": Text(lv: "Pedagogs", en: "Teacher"),
        "grade": Text(lv: "Klašu pakāpe", en: "Grade"),
        "ground": Text(lv: "Izglītojamo grupa", en: "Group of pupils"),
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
        "opened_on": Text(lv: "Atvērts", en: "Opened on"),
        "closed_on": Text(lv: "Slēgts", en: "Closed on"),
        "outcome": Text(lv: "Iznākums", en: "Outcome"),
        "owner_name": Text(lv: "Īpašnieks", en: "Owner"),
        "origin": Text(lv: "No kā radies", en: "Came from"),
        "review_on": Text(lv: "Jāpārskata", en: "Review on"),
        "body": Text(lv: "Institūcija", en: "Body"),
        "name": Text(lv: "Vārds", en: "Name"),
        "parts": Text(lv: "Redzamās daļas", en: "Parts seen"),
        "basis": Text(lv: "Tiesiskais pamats", en: "Legal basis"),
        "purpose_sealed": Text(lv: "Nolūks", en: "Purpose"),
        "invited_on": Text(lv: "Uzaicināts", en: "Invited on"),
        "answered_on": Text(lv: "Atbildējis", en: "Answered on"),
        "ends_on": Text(lv: "Pēdējā diena", en: "Last day"),
        "person": Text(lv: "Kas dara", en: "Who does it"),
        "done_on": Text(lv: "Izdarīts", en: "Done on"),
        "outcome_sealed": Text(lv: "Kas iznāca", en: "What came of it"),
        "made_on": Text(lv: "Izveidots", en: "Made on"),
        "parents": Text(lv: "Vecāku saskaņojums", en: "Agreement of parents"),
        "parents_on": Text(lv: "Saskaņots", en: "Agreed on"),
        "midterm_on": Text(lv: "Vidus izvērtējums", en: "Mid-term review"),
        "result": Text(lv: "Rezultāts", en: "Result"),
        "result_on": Text(lv: "Rezultāta diena", en: "Day of the result"),
        "transport": Text(lv: "Transports, centi", en: "Transport, cents"),
        "meals": Text(lv: "Ēdināšana, centi", en: "Meals, cents"),
        "lodging": Text(lv: "Dienesta viesnīca, centi", en: "Lodging, cents"),
        "items": Text(lv: "Mācību līdzekļi, centi", en: "Learning materials, cents"),
        "body_sealed": Text(lv: "Saturs", en: "Contents"),
        "provider": Text(lv: "Kas sniedz", en: "Provider"),
        "planned": Text(lv: "Plānots, minūtes", en: "Planned, minutes"),
        "given": Text(lv: "Sniegts, minūtes", en: "Given, minutes"),
        "from_day": Text(lv: "No", en: "From"),
        "to_day": Text(lv: "Līdz", en: "To"),
        "minutes": Text(lv: "Minūtes", en: "Minutes"),
        "is_undone": Text(lv: "Atsaukts", en: "Taken back"),
        "reasons": Text(lv: "Kāpēc darba kārtībā", en: "Why on the agenda"),
        "is_off": Text(lv: "Izņemts no darba kārtības", en: "Taken off the agenda"),
        "is_addition": Text(lv: "Papildinājums", en: "Addition"),
        "step": Text(lv: "Solis", en: "Step"),
        "reference": Text(lv: "Dokumenta numurs", en: "Number of the document"),
        "cause": Text(lv: "Kavējumu iemesls", en: "Reason of absence"),
        "note_sealed": Text(lv: "Piezīme", en: "Note"),
        "undone_at": Text(lv: "Atsaukts (laiks)", en: "Taken back at"),
        "undone_by": Text(lv: "Kas atsauca", en: "Taken back by"),
    ]
}
