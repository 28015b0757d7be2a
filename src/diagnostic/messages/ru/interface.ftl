# Команды и их вывод.
help-pisar = Официальные документы из таблиц, которые уже есть: план, протоколы, письма, отчёты
help-pisar-init = Новая рабочая папка: таблицы с заголовками и шаблоны
help-pisar-check = Прочитать и проверить всё, ничего не записывая
help-pisar-list = Виды документов: кому, сколько, чего не хватает; что скоро в срок
help-pisar-generate = Сделать документы (без указания вида — все)
help-pisar-templates = Шаблоны: поля, проверка, выгрузка
help-pisar-templates-fields = Все поля и помощники, которые может взять шаблон, с живыми значениями
help-pisar-templates-check = Проверить все теги всех шаблонов
help-pisar-templates-export = Выгрузить встроенные шаблоны и каталог, чтобы изменить их
help-pisar-register = Реестр выданных документов
help-pisar-register-list = Реестр таблицей
help-pisar-register-void = Аннулировать номер: он остаётся в реестре с пометкой
help-pisar-register-verify = Сверить реестр с файлами
help-pisar-decline = Все падежи ФИО, должности или организации
help-pisar-spell = Все формы даты или количества
help-pisar-explain = Что значит замечание и как его исправить
help-pisar-completions = Подсказки команд для оболочки
help-pisar-man = Страница руководства
help-argument-directory = Рабочая папка (обычно текущая)
help-argument-input = Папка с таблицами
help-argument-templates = Папка с каталогом и шаблонами
help-argument-output = Папка для документов
help-argument-register = Файл реестра
help-argument-today = Считать сегодняшним днём эту дату (2023-03-15)
help-argument-lang = Язык сообщений
help-argument-color = Цвет: по терминалу, всегда, никогда
help-argument-format = Вид вывода: для человека, строками, JSON
help-argument-due = Что наступает в ближайшие дни; в generate — что пора делать сегодня
help-argument-kinds = Виды документов (см. pisar list)
help-argument-period = Период: 2023-03, март 2023, 2023-Q1, I квартал 2023, 2022/2023, 2023-03-01..2023-05-31
help-argument-only = Только получатели, в имени которых есть этот текст
help-argument-dry-run = Показать, что было бы сделано, и ничего не записывать
help-argument-force = Заменять и исправленные вручную файлы (старый сохраняется копией)
help-argument-pdf = Рядом с каждым документом Word — PDF
help-argument-pdf-engine = Чем делать PDF: встроенным преобразователем или LibreOffice
help-argument-soffice = Программа LibreOffice, если её нет в PATH
help-argument-print-file = Все документы вида одним файлом в папке «Печать», для одной команды печати
help-argument-envelopes = Конверты получателей, файл на вид документа: DL (220×110 мм) или C5 (229×162 мм)
help-argument-labels = Листы наклеек А4 с адресами; размер наклейки в мм (70x37; с просветом между столбцами: 63.5x38.1+2.5)
help-argument-proof = Только лист вычитки: все имена, должности и организации в падежах, сомнительные первыми; сами документы не делаются
help-argument-email = Рядом с каждым документом — неотправленное письмо (.eml) получателю; для встреч и событий — файл календаря (.ics)
help-argument-jobs = Число потоков
help-argument-kind = Вид документа
help-argument-number = Номер документа, запись (#12), имя получателя или файл
help-argument-note = Причина
help-argument-text = Тексты; без них — по строке из стандартного ввода
help-argument-sort = Что это: ФИО, должность, организация
help-argument-gender = Пол
help-argument-words = Дата (2023-03-15, 15 марта 2023) или число с существительным (21 мероприятие)
help-argument-code = Код замечания
help-argument-shell = Оболочка
help-argument-help = Показать справку
help-argument-version = Показать версию
check-other = прочий лист
check-hidden = скрытый лист, не прочитан
check-rows = { $count ->
        [one] { $count } строка
        [few] { $count } строки
       *[many] { $count } строк
    }
check-summary = { $errors ->
        [0] Ошибок нет
        [one] { $errors } ошибка
        [few] { $errors } ошибки
       *[many] { $errors } ошибок
    }, { $warnings ->
        [0] предупреждений нет
        [one] { $warnings } предупреждение
        [few] { $warnings } предупреждения
       *[many] { $warnings } предупреждений
    }.
explain-unknown = Кода «{ $code }» нет. Возможно, имелось в виду «{ $nearest }».
generate-kind-unknown = Вида «{ $kind }» нет. { $nearest ->
        [0] Есть: { $known }.
       *[other] Возможно, имелось в виду «{ $nearest }». Есть: { $known }.
    }
generate-period-unread = Период «{ $text }» не разобран. Примеры: 2023-03, март 2023, 2023-Q1, 2022/2023, 2023-03-01..2023-05-31.
generate-labels-unread = Размер наклейки «{ $text }» не разобран. Примеры: 70x37, 105x74, 63.5x38.1+2.5 (ширина, высота и просвет между столбцами, мм); наклейка помещается на А4 и не меньше 20x15.
generate-summary = { $total ->
        [0] Делать нечего.
        [one] Всего { $total } документ: { $states }.
        [few] Всего { $total } документа: { $states }.
       *[many] Всего { $total } документов: { $states }.
    }
generate-dry-summary = { $total ->
        [0] Делать было бы нечего.
       *[other] Проба, ничего не записано. Всего { $total }: { $states }.
    }
outcome-new = { $count ->
        [one] { $count } новый
       *[other] { $count } новых
    }
outcome-updated = { $count ->
        [one] { $count } обновлён
       *[other] { $count } обновлено
    }
outcome-unchanged = { $count } без изменений
outcome-kept-edited = { $count } исправлено вручную и оставлено
outcome-stopped = { $count } не сделано
generate-voided = { $count ->
        [one] Аннулирован { $count } документ: то, к чему он относился, отменено.
        [few] Аннулировано { $count } документа: то, к чему они относились, отменено.
       *[other] Аннулировано { $count } документов: то, к чему они относились, отменено.
    }
state-new = новый
state-updated = обновлён
state-unchanged = без изменений
state-kept-edited = исправлен вручную и оставлен
state-stopped = не сделан
list-count = { $count ->
        [one] { $count } документ
        [few] { $count } документа
       *[many] { $count } документов
    }
list-lines = Строки плана и их документы:
list-papers-signed = подписаны
list-papers-issued = сделаны
list-papers-ready = можно сделать
list-papers-lacking = не хватает данных
list-covered = Строк плана с документами: { $covered } из { $all }.
list-lacking = { $count } без нужных данных
list-issued = выдан
list-broken = шаблон или запись каталога с ошибкой
register-count = { $count ->
        [one] Всего { $count } запись.
        [few] Всего { $count } записи.
       *[many] Всего { $count } записей.
    }
register-verified = Реестр и файлы сходятся.
register-voided = Номер { $number } ({ $recipient }) аннулирован и сохранён в реестре с пометкой.
init-written = Записан { $path }
init-kept = Оставлен как есть { $path }
templates-clean = Замечаний нет, видов документов: { $count }.
templates-helpers = Помощники
templates-blocks = Блоки
spell-unread = «{ $text }» — не дата и не число с существительным.
help-pisar-schedule = Тексты для systemd, cron и Планировщика Windows: ежедневный generate --due; ничего не устанавливает
help-pisar-register-export = Журнал регистрации книгой Excel
help-pisar-register-move = Перенести номер на получателя, чьё имя исправлено
help-argument-mark = Рядом с каждой книгой записать копию с раскрашенными ячейками и примечаниями
help-argument-file = Файл
help-argument-from = Номер документа, запись (#12), имя получателя или файл
help-argument-to = Получатель, как он теперь записан в таблице
schedule-service = /etc/systemd/system/{ $name }.service
schedule-timer = /etc/systemd/system/{ $name }.timer — затем: systemctl enable --now { $name }.timer
schedule-crontab = Или строка для crontab -e
schedule-windows = Или файл { $name }.xml — затем: schtasks /Create /TN { $name } /XML { $name }.xml
register-moved = Номер { $number } перенесён: «{ $from }» → «{ $to }».
register-signed = { $count ->
        [0] Новых отметок о подписании нет.
        [one] Внесена { $count } отметка о подписании.
        [few] Внесено { $count } отметки о подписании.
       *[other] Внесено { $count } отметок о подписании.
    }
help-pisar-register-import = Внести из журнала, когда и за каким номером подписаны документы
check-marked = Записана копия с пометками: { $path }
help-pisar-import = План из таблицы Word — в input/plan.xlsx
help-pisar-templates-new = Новый документ: шаблон с полями и запись в каталоге
help-argument-id = Имя документа: латинские буквы, цифры, дефис
help-argument-title = Название документа
help-argument-for-each = Список, по строкам которого делать документы: наставники, организации …
templates-started = Готово: templates/{ $name }.docx и запись в templates/catalog.toml. Откройте шаблон в Word, оставьте нужные поля.
templates-id-taken = Имя «{ $name }» занято или не годится: нужны буквы, цифры и дефис.
templates-collection-unknown = Списка «{ $name }» нет. Списки: «pisar templates fields».
help-argument-folder = Куда записать
# Командная строка.
help-heading-usage = Как вызывать:
help-heading-commands = Команды
help-heading-arguments = Аргументы
help-heading-options = Ключи
help-default = (обычно { $value })
help-value-OPTIONS = КЛЮЧИ
help-value-COMMAND = КОМАНДА
help-value-DIR = ПАПКА
help-value-FILE = ФАЙЛ
help-value-PATH = ПУТЬ
help-value-DATE = ДАТА
help-value-PERIOD = ПЕРИОД
help-value-TEXT = ТЕКСТ
help-value-KIND = ВИД
help-value-DAYS = ДНЕЙ
help-value-N = ЧИСЛО
help-value-LANG = ЯЗЫК
help-value-COLOR = КОГДА
help-value-FORMAT = ФОРМАТ
help-value-SHELL = ОБОЛОЧКА
help-value-CODE = КОД
help-value-FOLDER = ПАПКА
help-value-WORDS = СЛОВА
help-value-NUMBER = НОМЕР
help-value-NOTE = ПРИЧИНА
help-value-FROM = ОТ
help-value-TO = КОМУ
help-value-ID = ИМЯ
help-value-TITLE = НАЗВАНИЕ
help-value-COLLECTION = СПИСОК
help-value-SORT = ЧТО
help-value-GENDER = ПОЛ
usage-error = ошибка:
usage-value-missing = у «{ $argument }» нет значения
usage-value-wrong = значение «{ $value }» не подходит для «{ $argument }»
usage-argument-unknown = нет такого ключа или аргумента: «{ $argument }»
usage-command-unknown = нет такой команды: «{ $command }»
usage-command-missing = команда не указана
usage-argument-missing = не хватает: { $argument }
usage-argument-twice = «{ $argument }» можно указать только один раз
usage-argument-conflict = «{ $argument }» и «{ $prior }» не бывают вместе
usage-values-many = лишнее значение «{ $value }» у «{ $argument }»
usage-not-text = аргумент не в кодировке UTF-8
usage-perhaps = возможно, { $names }
usage-possible = допустимо: { $names }
usage-more = Подробнее: --help
man-NAME = ИМЯ
man-SYNOPSIS = ОБЗОР
man-DESCRIPTION = ОПИСАНИЕ
man-OPTIONS = КЛЮЧИ
man-ARGUMENTS = АРГУМЕНТЫ
man-VERSION = ВЕРСИЯ
man-EXTRA = ЕЩЁ
