import Kernel

extension DoorWords {
    /// Commands, by what is typed; `--help` says the same in English.
    static let commands: [String: Text] = [
        "report": Text(
            lv: "Izdrukā atskaiti kā tabulu, CSV, XLSX vai JSON; bez nosaukuma uzskaita atskaites.",
            en: "Print a report as a table, CSV, XLSX or JSON; without a name, list the reports."
        ),
        "annual-report": Text(
            lv: "Izveido programmas gada pārskatu kā PDF, DOCX vai HTML failu.",
            en: "Write a programme's report of a year as a tagged PDF, DOCX or HTML file."
        ),
        "export": Text(
            lv: "Izraksta Sekmes tabulu tā, kā to atkal importē; bez nosaukuma uzskaita tabulas.",
            en: "Write a table of Sekme's own, as it imports again; without a name, list the tables."
        ),
        "serve": Text(lv: "Palaiž lapu serveri.", en: "Serve the pages."),
        "demo": Text(
            lv: "Izveido izdomātu pārvaldi ar kontu katrai lomai un palaiž tās lapas.",
            en: "Make an invented board with one account per role, and serve it."
        ),
        "generate": Text(
            lv: "Izveido jebkura lieluma izdomātas pārvaldes failus.",
            en: "Write the files of an invented board of any size."
        ),
        "backup": Text(
            lv: "Iekopē datubāzi mapē, to neapturot; kopija ir šifrēta ar datubāzes atslēgu.",
            en: "Copy the database to a folder while it is in use, sealed with its key."
        ),
        "restore": Text(
            lv: "Izveido datubāzi no rezerves kopijas vai pārbauda, vai kopija ir vesela.",
            en: "Make a database out of a backup, or check that a backup is whole."
        ),
        "doctor": Text(
            lv: """
                Pārrēķina visas šūnas no ierakstiem, salīdzina ierakstu klases ar uzņemšanas ziņām un nosauc atšķirības.
                """,
            en: """
                Count every cell again from the facts, compare the classes of facts with enrolments, and name any difference.
                """
        ),
        "doors": Text(
            lv: "Uzskaita katru lapu un komandu pa lomām un gadījumiem: atveras vai ne.",
            en: "List every page and command, role and situation, and whether it opens."
        ),
        "import files": Text(
            lv: "Nolasa failus, parāda, kas mainītos, un saglabā.",
            en: "Read files, show what would change, and save it."
        ),
        "import list": Text(lv: "Uzskaita importus.", en: "List the imports."),
        "import undo": Text(
            lv: "Atsauc importu: dati kļūst tādi, kādi bija pirms tā.",
            en: "Take an import back: the data become what they were before it."
        ),
        "import formats": Text(
            lv: "Uzskaita formātus, parāda formāta laukus vai izraksta faila sagatavi.",
            en: "List the formats, tell the fields of one, or write a file to begin with."
        ),
        "user list": Text(lv: "Uzskaita kontus un lomas.", en: "List accounts and roles."),
        "user add": Text(lv: "Izveido kontu ar lomu.", en: "Make an account with a role."),
        "user role": Text(lv: "Piešķir vēl vienu lomu.", en: "Give a further role."),
        "user end-role": Text(lv: "Izbeidz lomu.", en: "End a role."),
        "user enable": Text(lv: "Atkal atver slēgtu kontu.", en: "Open a closed account again."),
        "user disable": Text(lv: "Slēdz kontu.", en: "Close an account."),
        "user reset": Text(
            lv: "Izveido vienreizēju saiti paroles iestatīšanai; iepriekšējās saites beidzas.",
            en: "Make a one-time link by which the owner sets a password; earlier links end."
        ),
        "user staff": Text(
            lv: "Norāda, kuram darbinieku reģistra ierakstam konts pieder.",
            en: "Say whose entry of the staff register an account is."
        ),
        "user identity": Text(
            lv: "Saista kontu ar tā īpašnieku pie identitātes sniedzēja (OpenID Connect).",
            en: "Link an account with who its owner is at a provider of identities (OpenID Connect)."
        ),
        "tenant add": Text(
            lv: "Izveido pārvaldi ar normatīvajām prasībām, vērtējumu skalām un klasifikatoriem.",
            en: "Make a board with its rules, mark scales and code lists."
        ),
        "tenant change": Text(
            lv: "Maina pārvaldes nosaukumu, domēna vārdu vai eksporta robežu.",
            en: "Change the name, the host name or the ceiling of exports."
        ),
        "tenant list": Text(lv: "Uzskaita pārvaldes.", en: "List the boards."),
        "mapping list": Text(lv: "Uzskaita saglabātos kartējumus.", en: "List the mappings."),
        "mapping show": Text(lv: "Izdrukā kartējumu kā JSON.", en: "Print a mapping as JSON."),
        "mapping save": Text(
            lv: "Saglabā kartējumu no faila, aizstājot tāda paša nosaukuma kartējumu.",
            en: "Save a mapping from a file, over one of its name."
        ),
        "mapping remove": Text(
            lv: "Noņem saglabāto kartējumu; atkal spēkā ir Sekmes kartējums ar tādu pašu nosaukumu.",
            en: "Remove a saved mapping; a shipped one of its name counts again."
        ),
        "rules list": Text(lv: "Uzskaita normatīvās prasības.", en: "List the rules."),
        "rules show": Text(
            lv: "Izdrukā prasības ierakstus ar atbilžu nosaukumiem.",
            en: "Print the records of a rule with the names of their answers."
        ),
        "rules set": Text(
            lv: "Maina šodien spēkā esošo ierakstu vai pievieno jaunu no norādītās dienas.",
            en: "Change the record of today, or add one from a day."
        ),
        "codes list": Text(
            lv: "Uzskaita klasifikatorus vai viena klasifikatora vērtības.",
            en: "List the lists, or the codes of one."
        ),
        "codes set": Text(
            lv: "Maina klasifikatora vērtību vai pievieno to no šodienas.",
            en: "Change a code of a list, or add it from today."
        ),
        "audit verify": Text(
            lv: "Atrod žurnāla ierakstus, kas laboti, izņemti, pārkārtoti vai nogriezti.",
            en: "Find records that were edited, removed, reordered or cut off."
        ),
        "audit list": Text(lv: "Izdrukā jaunākos žurnāla ierakstus.", en: "Print the youngest records."),
        "audit anchor": Text(
            lv: "Izdrukā žurnāla ķēdes galu glabāšanai ārpus datubāzes.",
            en: "Print the end of the chain, to be kept outside the database."
        ),
        "subscription list": Text(lv: "Uzskaita abonementus.", en: "List the subscriptions."),
        "subscription run": Text(
            lv: "Pārbauda abonētās atskaites tūlīt; strādājošs serveris to dara ik minūti.",
            en: "Look at subscribed reports now; a running server does so every minute."
        ),
        "pupil duplicates": Text(
            lv: "Uzskaita pārus, kas var būt viens cilvēks, un apvienotos izglītojamos.",
            en: "List pairs who may be one person, and pupils who were joined."
        ),
        "pupil merge": Text(
            lv: "Apvieno divus viena cilvēka numurus: viss pāriet uz pirmo, un otrs turpmāk ved uz to.",
            en: "Join two numbers of one person: everything comes to the first, the second leads there."
        ),
        "pupil unmerge": Text(
            lv: "Atdala divus apvienotos numurus: viss pārvietotais atgriežas, kā bija.",
            en: "Part two numbers that were joined: everything that was moved goes back as it was."
        ),
        "db rotate-keys": Text(
            lv: "Izveido pārvaldei jaunu zīmogošanas atslēgu un visu aizzīmogo no jauna.",
            en: "Make a new sealing key for the tenant and seal everything again."
        ),
        "db rotate-master-key": Text(
            lv: "Ieliek atslēgas failā jaunu atslēgu un ar to ietin visas zīmogošanas atslēgas.",
            en: "Put a new key into the key file and wrap all sealing keys with it."
        ),
        "db tables": Text(
            lv: "Izdrukā visu tabulu sarakstu, kāds tas ir failā docs/data-model.md.",
            en: "Print the list of all tables, as docs/data-model.md has it."
        ),
        "scales list": Text(lv: "Uzskaita vērtējumu skalas.", en: "List the scales."),
        "scales show": Text(
            lv: "Izdrukā skalu un tās vērtējumus ar atbilžu nosaukumiem.",
            en: "Print a scale and its marks with the names of their answers."
        ),
        "scales set": Text(lv: "Maina skalu vai pievieno jaunu.", en: "Change a scale, or add one."),
        "scales mark": Text(
            lv: "Maina skalas vērtējumu vai pievieno jaunu.",
            en: "Change a mark of a scale, or add one."
        ),
        "terms list": Text(lv: "Uzskaita semestrus.", en: "List the terms."),
        "terms set": Text(lv: "Maina semestra datumus.", en: "Change the days of a term."),
    ]
}
