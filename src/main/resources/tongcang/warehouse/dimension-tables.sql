-- What is measured, where, when, in which unit, by whom, and how its wordings are coded: made anew by every build.

-- Grain: one row per indicator of the codelist.
CREATE TABLE dim_indicator (
    indicator_code VARCHAR NOT NULL,
    indicator_name VARCHAR NOT NULL,
    subject_name   VARCHAR NOT NULL,
    definition     VARCHAR,
    unit_code      VARCHAR NOT NULL,
    additivity     VARCHAR NOT NULL,
    price_basis    VARCHAR NOT NULL,
    aliases        VARCHAR,
    low            DECIMAL(18, 6),
    high           DECIMAL(18, 6),
    indicator_status VARCHAR NOT NULL
);
COMMENT ON TABLE dim_indicator IS '指标：每行一个指标，来自 seeds/codelists/indicators.csv；其中没有的由说法自成暂定指标';
COMMENT ON COLUMN dim_indicator.indicator_code IS '指标代码';
COMMENT ON COLUMN dim_indicator.indicator_name IS '指标名称（国家统计局用语）';
COMMENT ON COLUMN dim_indicator.subject_name IS '主题';
COMMENT ON COLUMN dim_indicator.definition IS '指标解释';
COMMENT ON COLUMN dim_indicator.unit_code IS '展示单位：总量和增量都换算成它';
COMMENT ON COLUMN dim_indicator.additivity IS '可加性：flow 流量可按时间相加，stock 存量不可，rate 比率不可，unknown 未定（暂定指标），不按时间相加';
COMMENT ON COLUMN dim_indicator.price_basis IS '价格基础：current 现价，constant 不变价，none 无';
COMMENT ON COLUMN dim_indicator.aliases IS '别名，以分号隔开';
COMMENT ON COLUMN dim_indicator.low IS '总量的合理下限（展示单位）；空表示不设';
COMMENT ON COLUMN dim_indicator.high IS '总量的合理上限（展示单位）；空表示不设';
COMMENT ON COLUMN dim_indicator.indicator_status IS '指标状态：catalogued 已入指标表，provisional 暂定（由报送的说法自成，待归并或补入）';

-- Grain: one row per subject area.
CREATE TABLE dim_subject (
    subject_code VARCHAR NOT NULL,
    subject_name VARCHAR NOT NULL
);
COMMENT ON TABLE dim_subject IS '主题：每行一个主题，来自 seeds/codelists/subjects.csv；每个主题有一张宽表 mart_主题代码';
COMMENT ON COLUMN dim_subject.subject_code IS '主题代码';
COMMENT ON COLUMN dim_subject.subject_name IS '主题名称';

-- Grain: one row per region and validity.
CREATE TABLE dim_region (
    region_code VARCHAR NOT NULL,
    region_name VARCHAR NOT NULL,
    level       VARCHAR NOT NULL,
    parent_code VARCHAR,
    valid_from  VARCHAR,
    valid_to    VARCHAR,
    replaced_by VARCHAR,
    path        VARCHAR NOT NULL,
    aliases     VARCHAR
);
COMMENT ON TABLE dim_region IS '地区：每行一个地区在一段年份中的样子；代码依 GB/T 2260（国家依 ISO 3166），同一代码可有几行，region_now 只取最新一行';
COMMENT ON COLUMN dim_region.region_code IS '地区代码';
COMMENT ON COLUMN dim_region.region_name IS '地区名称';
COMMENT ON COLUMN dim_region.level IS '级别';
COMMENT ON COLUMN dim_region.parent_code IS '上级地区代码';
COMMENT ON COLUMN dim_region.valid_from IS '启用时间';
COMMENT ON COLUMN dim_region.valid_to IS '停用时间';
COMMENT ON COLUMN dim_region.replaced_by IS '接替它的地区代码，以分号隔开';
COMMENT ON COLUMN dim_region.path IS '上级路径，自国家起，如 100000/410000/411000';
COMMENT ON COLUMN dim_region.aliases IS '别名，以分号隔开';

-- Grain: one row per department.
CREATE TABLE dim_department (
    department_code VARCHAR NOT NULL,
    department_name VARCHAR NOT NULL,
    aliases         VARCHAR,
    priority        INTEGER NOT NULL
);
COMMENT ON TABLE dim_department IS '报送部门，来自 seeds/codelists/departments.csv 和 source_priority.csv';
COMMENT ON COLUMN dim_department.department_code IS '部门代码';
COMMENT ON COLUMN dim_department.department_name IS '部门名称';
COMMENT ON COLUMN dim_department.aliases IS '别名，以分号隔开';
COMMENT ON COLUMN dim_department.priority IS '来源优先级：数字小者优先';

-- Grain: one row per member of a classification.
CREATE TABLE dim_member (
    dimension   VARCHAR NOT NULL,
    member_code VARCHAR NOT NULL,
    member_name VARCHAR NOT NULL,
    aliases     VARCHAR
);
COMMENT ON TABLE dim_member IS '分组（行业、登记注册类型、城乡等）的成员，来自 seeds/codelists/members.csv';
COMMENT ON COLUMN dim_member.dimension IS '分组代码';
COMMENT ON COLUMN dim_member.member_code IS '成员代码';
COMMENT ON COLUMN dim_member.member_name IS '成员名称';
COMMENT ON COLUMN dim_member.aliases IS '别名，以分号隔开';

-- Grain: one row per period that a figure is about.
CREATE TABLE dim_period (
    period_code VARCHAR NOT NULL,
    period_name VARCHAR NOT NULL,
    kind        VARCHAR NOT NULL,
    start_date  DATE NOT NULL,
    end_date    DATE NOT NULL,
    year        INTEGER NOT NULL,
    months      INTEGER NOT NULL,
    frequency   VARCHAR NOT NULL,
    counting    VARCHAR NOT NULL
);
COMMENT ON TABLE dim_period IS '所属期：每行一个时期';
COMMENT ON COLUMN dim_period.period_code IS '时期代码：2022，2022-S1，2022-Q3，2022-06，累计 2022-01/2022-06，多年 2017/2022';
COMMENT ON COLUMN dim_period.period_name IS '时期名称';
COMMENT ON COLUMN dim_period.kind IS '种类：year 年，half 半年，quarter 季，month 月，cumulative 累计，span 多年，school_year 学年，point 时点';
COMMENT ON COLUMN dim_period.start_date IS '第一天';
COMMENT ON COLUMN dim_period.end_date IS '最后一天';
COMMENT ON COLUMN dim_period.year IS '最后一天所在的年';
COMMENT ON COLUMN dim_period.months IS '月数';
COMMENT ON COLUMN dim_period.frequency IS '频率（SDMX CL_FREQ）：A 年，S 半年，Q 季，M 月，D 日';
COMMENT ON COLUMN dim_period.counting IS '计法：period 时期，cumulative 年初累计，span 跨年，point 时点；存量指标（additivity = stock）在任何时期都是期末数';

-- Grain: one row per unit that occurs.
CREATE TABLE dim_unit (
    unit_code       VARCHAR NOT NULL,
    dimension       VARCHAR NOT NULL,
    to_base_num     VARCHAR NOT NULL,
    to_base_den     VARCHAR NOT NULL
);
COMMENT ON TABLE dim_unit IS '计量单位：出现过的每个单位及其精确换算率';
COMMENT ON COLUMN dim_unit.unit_code IS '单位';
COMMENT ON COLUMN dim_unit.dimension IS '量纲：量纲不同的单位不能换算';
COMMENT ON COLUMN dim_unit.to_base_num IS '换算到基本单位的比率的分子';
COMMENT ON COLUMN dim_unit.to_base_den IS '换算到基本单位的比率的分母';

-- Grain: one row per delivered file.
CREATE TABLE dim_submission (
    submission_id   VARCHAR NOT NULL,
    path            VARCHAR NOT NULL,
    department_code VARCHAR,
    department_name VARCHAR NOT NULL,
    received        DATE NOT NULL,
    kind            VARCHAR NOT NULL,
    outcome         VARCHAR NOT NULL,
    figures         INTEGER NOT NULL,
    sha256          VARCHAR NOT NULL,
    size_bytes      BIGINT NOT NULL,
    known           DATE NOT NULL,
    first_load      BOOLEAN NOT NULL,
    generation      INTEGER NOT NULL
);
COMMENT ON TABLE dim_submission IS '报送件：每行一个收到的文件';
COMMENT ON COLUMN dim_submission.submission_id IS '报送件编号';
COMMENT ON COLUMN dim_submission.path IS '文件路径（相对于报送目录）';
COMMENT ON COLUMN dim_submission.department_code IS '部门代码；目录名不在代码表中时为空';
COMMENT ON COLUMN dim_submission.department_name IS '部门（代码表中的名称；目录名不在代码表中时为目录名）';
COMMENT ON COLUMN dim_submission.received IS '收到日期';
COMMENT ON COLUMN dim_submission.kind IS 'report 工作报告，workbook 工作簿';
COMMENT ON COLUMN dim_submission.outcome IS 'taken 已采用，refused 退回，empty 无数据，set_aside 建库出错而搁置，excluded 按裁定剔除';
COMMENT ON COLUMN dim_submission.figures IS '读到的数值个数';
COMMENT ON COLUMN dim_submission.sha256 IS '文件内容的 SHA-256';
COMMENT ON COLUMN dim_submission.size_bytes IS '文件大小（字节）';
COMMENT ON COLUMN dim_submission.known IS '入库日期：收取它的那次运行是哪一天，不随目录名变；received 是目录上的日期';
COMMENT ON COLUMN dim_submission.first_load IS '是否随建库时的首次装载（或旧台账入链）收取：其入库日期晚于当年实际所知，那以前只能看收到日期';
COMMENT ON COLUMN dim_submission.generation IS '第几次读取的结果：1 为收取时所读，以后每重新读取（tongcang reread）一次加 1；以最近一次为准，入库日期不变';

-- Grain: one row per distinct wording that coding sees; the curation list of a statistician.
CREATE TABLE coding (
    department     VARCHAR NOT NULL,
    form           VARCHAR NOT NULL,
    label          VARCHAR NOT NULL,
    measure_read   VARCHAR NOT NULL,
    unit_text      VARCHAR NOT NULL,
    breakdown_text VARCHAR NOT NULL,
    figures        BIGINT NOT NULL,
    first_seen     DATE NOT NULL,
    indicator_code VARCHAR,
    measure        VARCHAR NOT NULL,
    breakdown      VARCHAR NOT NULL,
    unit_code      VARCHAR,
    dimension      VARCHAR,
    canonical_num  VARCHAR,
    canonical_den  VARCHAR,
    shown_unit     VARCHAR,
    shown_num      VARCHAR,
    shown_den      VARCHAR,
    currency       VARCHAR,
    rate_kind      VARCHAR,
    rule           VARCHAR NOT NULL,
    obstacle       VARCHAR,
    provisional_code VARCHAR
);
COMMENT ON TABLE coding IS '编码：来源的每种说法各编成什么代码、依据哪条规则';
COMMENT ON COLUMN coding.department IS '部门';
COMMENT ON COLUMN coding.form IS '表号';
COMMENT ON COLUMN coding.label IS '来源中的指标说法';
COMMENT ON COLUMN coding.measure_read IS '读取时判断的数据口径';
COMMENT ON COLUMN coding.unit_text IS '来源中的单位';
COMMENT ON COLUMN coding.breakdown_text IS '来源中的分组';
COMMENT ON COLUMN coding.figures IS '数值个数';
COMMENT ON COLUMN coding.first_seen IS '首次收到日期';
COMMENT ON COLUMN coding.indicator_code IS '指标代码；空表示未编码';
COMMENT ON COLUMN coding.measure IS '数据口径';
COMMENT ON COLUMN coding.breakdown IS '分组代码';
COMMENT ON COLUMN coding.unit_code IS '单位（规范写法）';
COMMENT ON COLUMN coding.dimension IS '量纲';
COMMENT ON COLUMN coding.canonical_num IS '换算到基本单位的比率的分子';
COMMENT ON COLUMN coding.canonical_den IS '换算到基本单位的比率的分母';
COMMENT ON COLUMN coding.shown_unit IS '展示单位';
COMMENT ON COLUMN coding.shown_num IS '换算到展示单位的比率的分子';
COMMENT ON COLUMN coding.shown_den IS '换算到展示单位的比率的分母';
COMMENT ON COLUMN coding.currency IS '外币；须按 exchange_rates.csv 中所属期的汇率折成人民币；空表示不折算';
COMMENT ON COLUMN coding.rate_kind IS '所用汇率：average 期内平均，end 期末';
COMMENT ON COLUMN coding.rule IS '编码所依据的规则';
COMMENT ON COLUMN coding.obstacle IS '不能成为观测值的原因（规则代码）；空表示没有';
COMMENT ON COLUMN coding.provisional_code IS '这一说法自成的暂定指标代码：未入指标表时即以它为指标代码，入表以后仍可由它查到现在的指标代码';

-- What coding found wrong with a wording; findings are made of it and it is not released.
CREATE TABLE coding_problem (
    department     VARCHAR NOT NULL,
    form           VARCHAR NOT NULL,
    label          VARCHAR NOT NULL,
    measure_read   VARCHAR NOT NULL,
    unit_text      VARCHAR NOT NULL,
    breakdown_text VARCHAR NOT NULL,
    rule           VARCHAR NOT NULL,
    severity       VARCHAR NOT NULL,
    found          VARCHAR NOT NULL,
    expected       VARCHAR NOT NULL,
    message        VARCHAR NOT NULL
);

-- Grain: one row per distinct evidence of the ledger.
CREATE TABLE grading (
    unit_origin    VARCHAR NOT NULL,
    period_origin  VARCHAR NOT NULL,
    region_origin  VARCHAR NOT NULL,
    measure_origin VARCHAR NOT NULL,
    label_origin   VARCHAR NOT NULL,
    doubts         VARCHAR NOT NULL,
    figures        BIGINT NOT NULL,
    grade          VARCHAR NOT NULL,
    holds          VARCHAR NOT NULL,
    known_grade    VARCHAR NOT NULL,
    known_holds    VARCHAR NOT NULL
);
COMMENT ON TABLE grading IS '可靠程度：读法的每种依据各评为哪一级、是否可直接采用、原因';
COMMENT ON COLUMN grading.unit_origin IS '单位写在何处；unknown 为记录依据以前读取的';
COMMENT ON COLUMN grading.period_origin IS '时期写在何处';
COMMENT ON COLUMN grading.region_origin IS '地区写在何处';
COMMENT ON COLUMN grading.measure_origin IS '数据口径写在何处';
COMMENT ON COLUMN grading.label_origin IS '指标写在何处';
COMMENT ON COLUMN grading.doubts IS '疑点（代码，以空格隔开）';
COMMENT ON COLUMN grading.figures IS '数值个数';
COMMENT ON COLUMN grading.grade IS '可靠程度：declared 已声明，proven 已验证，stated 已写明，inferred 推断，contradicted 有矛盾';
COMMENT ON COLUMN grading.holds IS '待定的原因；空表示可不经人工直接采用';
COMMENT ON COLUMN grading.known_grade IS '同 grade，当代码表或表式中有这一说法的原话时';
COMMENT ON COLUMN grading.known_holds IS '同 holds，当代码表或表式中有这一说法的原话时';

-- What a person approved: a kind of sheet with a reason to hold it, or a figure.
CREATE TABLE approval (
    scope  VARCHAR NOT NULL,
    key    VARCHAR NOT NULL,
    guard  VARCHAR NOT NULL,
    day    DATE NOT NULL,
    person VARCHAR NOT NULL,
    reason VARCHAR NOT NULL
);
COMMENT ON TABLE approval IS '人工认可：来自 seeds/decisions/approvals.csv';
COMMENT ON COLUMN approval.scope IS 'layout 同类表同一原因的全部数值，figure 一个数值';
COMMENT ON COLUMN approval.key IS 'fact_held 的 layout_key，或 报送件编号#序号';
COMMENT ON COLUMN approval.guard IS '认可 figure 时来源中的原文；与现在的不同则不起作用';
COMMENT ON COLUMN approval.day IS '裁定日期';
COMMENT ON COLUMN approval.person IS '裁定人';
COMMENT ON COLUMN approval.reason IS '理由';

-- Readings of the ledger that a later one of the same submission has taken the place of.
CREATE TABLE superseded_reading (
    submission_id VARCHAR NOT NULL,
    run           VARCHAR NOT NULL
);

-- The submissions whose figures count, and whether this build adds their facts: all do, or those that the release it goes on
-- from does not hold.
CREATE TABLE counted_submission (
    submission_id VARCHAR NOT NULL,
    is_fresh      BOOLEAN NOT NULL
);

-- The figures that the release which a build goes on from held as revisions: whether they still are is asked anew.
CREATE TABLE held_before (
    submission_id VARCHAR NOT NULL,
    figure_no     INTEGER NOT NULL
);
