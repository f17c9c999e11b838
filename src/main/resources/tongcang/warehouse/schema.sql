-- The star: what is measured, where, when, in which unit, by whom; and what was stated.

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
    high           DECIMAL(18, 6)
);
COMMENT ON TABLE dim_indicator IS '指标：每行一个指标，来自 seeds/codelists/indicators.csv';
COMMENT ON COLUMN dim_indicator.indicator_code IS '指标代码';
COMMENT ON COLUMN dim_indicator.indicator_name IS '指标名称（国家统计局用语）';
COMMENT ON COLUMN dim_indicator.subject_name IS '主题';
COMMENT ON COLUMN dim_indicator.definition IS '指标解释';
COMMENT ON COLUMN dim_indicator.unit_code IS '展示单位：总量和增量都换算成它';
COMMENT ON COLUMN dim_indicator.additivity IS '可加性：flow 流量可按时间相加，stock 存量不可，rate 比率不可';
COMMENT ON COLUMN dim_indicator.price_basis IS '价格基础：current 现价，constant 不变价，none 无';
COMMENT ON COLUMN dim_indicator.aliases IS '别名，以分号隔开';
COMMENT ON COLUMN dim_indicator.low IS '总量的合理下限（展示单位）；空表示不设';
COMMENT ON COLUMN dim_indicator.high IS '总量的合理上限（展示单位）；空表示不设';

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
    aliases     VARCHAR
);
COMMENT ON TABLE dim_region IS '地区：每行一个地区，GB/T 2260 代码，来自 seeds/codelists/regions.csv';
COMMENT ON COLUMN dim_region.region_code IS '地区代码';
COMMENT ON COLUMN dim_region.region_name IS '地区名称';
COMMENT ON COLUMN dim_region.level IS '级别';
COMMENT ON COLUMN dim_region.parent_code IS '上级地区代码';
COMMENT ON COLUMN dim_region.valid_from IS '启用时间';
COMMENT ON COLUMN dim_region.valid_to IS '停用时间';
COMMENT ON COLUMN dim_region.replaced_by IS '接替它的地区代码';
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
    size_bytes      BIGINT NOT NULL
);
COMMENT ON TABLE dim_submission IS '报送件：每行一个收到的文件';
COMMENT ON COLUMN dim_submission.submission_id IS '报送件编号';
COMMENT ON COLUMN dim_submission.path IS '文件路径（相对于报送目录）';
COMMENT ON COLUMN dim_submission.department_code IS '部门代码；目录名不在代码表中时为空';
COMMENT ON COLUMN dim_submission.department_name IS '部门（目录名）';
COMMENT ON COLUMN dim_submission.received IS '收到日期';
COMMENT ON COLUMN dim_submission.kind IS 'report 工作报告，workbook 工作簿';
COMMENT ON COLUMN dim_submission.outcome IS 'taken 已采用，refused 退回，empty 无数据';
COMMENT ON COLUMN dim_submission.figures IS '读到的数值个数';
COMMENT ON COLUMN dim_submission.sha256 IS '文件内容的 SHA-256';
COMMENT ON COLUMN dim_submission.size_bytes IS '文件大小（字节）';

-- Grain: one row per distinct wording that coding sees; the curation list of a statistician.
CREATE TABLE coding (
    department     VARCHAR NOT NULL,
    form           VARCHAR NOT NULL,
    label          VARCHAR NOT NULL,
    measure_read   VARCHAR NOT NULL,
    unit_text      VARCHAR NOT NULL,
    region_text    VARCHAR NOT NULL,
    breakdown_text VARCHAR NOT NULL,
    figures        BIGINT NOT NULL,
    first_seen     DATE NOT NULL,
    indicator_code VARCHAR,
    measure        VARCHAR NOT NULL,
    region_code    VARCHAR,
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
    candidates     VARCHAR NOT NULL,
    obstacle       VARCHAR
);
COMMENT ON TABLE coding IS '编码：来源的每种说法各编成什么代码、依据哪条规则；未编码的附最接近的指标';
COMMENT ON COLUMN coding.department IS '部门';
COMMENT ON COLUMN coding.form IS '表号';
COMMENT ON COLUMN coding.label IS '来源中的指标说法';
COMMENT ON COLUMN coding.measure_read IS '读取时判断的数据口径';
COMMENT ON COLUMN coding.unit_text IS '来源中的单位';
COMMENT ON COLUMN coding.region_text IS '来源中的地区';
COMMENT ON COLUMN coding.breakdown_text IS '来源中的分组';
COMMENT ON COLUMN coding.figures IS '数值个数';
COMMENT ON COLUMN coding.first_seen IS '首次收到日期';
COMMENT ON COLUMN coding.indicator_code IS '指标代码；空表示未编码';
COMMENT ON COLUMN coding.measure IS '数据口径';
COMMENT ON COLUMN coding.region_code IS '地区代码';
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
COMMENT ON COLUMN coding.candidates IS '未编码时最接近的指标代码：只建议，不采用';
COMMENT ON COLUMN coding.obstacle IS '不能成为观测值的原因（规则代码）；空表示没有';

-- Grain: one row per value that a source stated and that is coded. Append-only: a revision is another row.
CREATE TABLE fact_observation (
    observation_id  VARCHAR NOT NULL,
    indicator_code  VARCHAR NOT NULL,
    region_code     VARCHAR NOT NULL,
    period_code     VARCHAR NOT NULL,
    measure         VARCHAR NOT NULL,
    status          VARCHAR NOT NULL,
    breakdown       VARCHAR NOT NULL,
    base_period     VARCHAR NOT NULL,
    comparator      VARCHAR NOT NULL,
    value           DECIMAL(18, 6) NOT NULL,
    value_high      DECIMAL(18, 6),
    unit_code       VARCHAR NOT NULL,
    tolerance       DECIMAL(18, 6) NOT NULL,
    value_canonical DECIMAL(38, 10) NOT NULL,
    dimension       VARCHAR NOT NULL,
    value_text      VARCHAR NOT NULL,
    unit_text       VARCHAR NOT NULL,
    unit_source     VARCHAR NOT NULL,
    received        DATE NOT NULL,
    submission_id   VARCHAR NOT NULL,
    department_name VARCHAR NOT NULL,
    source_kind     VARCHAR NOT NULL,
    place           VARCHAR NOT NULL,
    words           VARCHAR NOT NULL,
    label           VARCHAR NOT NULL,
    section         VARCHAR NOT NULL,
    sentence        VARCHAR NOT NULL,
    coding_rule     VARCHAR NOT NULL,
    exchange_rate   VARCHAR NOT NULL,
    is_current      BOOLEAN NOT NULL
);
COMMENT ON TABLE fact_observation IS '观测值：每行是某个来源陈述的一个数值，只增不改，保留全部版本';
COMMENT ON COLUMN fact_observation.observation_id IS '观测值编号：报送件编号#序号';
COMMENT ON COLUMN fact_observation.indicator_code IS '指标代码';
COMMENT ON COLUMN fact_observation.region_code IS '地区代码';
COMMENT ON COLUMN fact_observation.period_code IS '所属期代码';
COMMENT ON COLUMN fact_observation.measure IS '数据口径：level 总量，increment 增量，growth_rate 增速，change 增减，multiple 倍数，share 比重，index 指数，rank 位次';
COMMENT ON COLUMN fact_observation.status IS '数据状态：actual 实际，preliminary 初步核算，expected 预计，target 目标';
COMMENT ON COLUMN fact_observation.breakdown IS '分组代码，如 industry=B；无分组为空';
COMMENT ON COLUMN fact_observation.base_period IS '对比基期；未指明为空';
COMMENT ON COLUMN fact_observation.comparator IS '限定：eq 等于，ge 以上，le 以下，approx 左右';
COMMENT ON COLUMN fact_observation.value IS '数值（展示单位）';
COMMENT ON COLUMN fact_observation.value_high IS '区间的上限（展示单位）';
COMMENT ON COLUMN fact_observation.unit_code IS '展示单位';
COMMENT ON COLUMN fact_observation.tolerance IS '所示小数位决定的舍入误差（展示单位）';
COMMENT ON COLUMN fact_observation.value_canonical IS '数值（量纲的基本单位：元、人、平方米、千克等）';
COMMENT ON COLUMN fact_observation.dimension IS '量纲';
COMMENT ON COLUMN fact_observation.value_text IS '来源中的数字，原样';
COMMENT ON COLUMN fact_observation.unit_text IS '来源中的单位，原样';
COMMENT ON COLUMN fact_observation.unit_source IS '单位写在何处：CELL 单元格或正文，ROW_HEAD 行头，COLUMN_HEAD 列头，UNIT_COLUMN 计量单位列，CAPTION 表头，FORM 表式，NAME 表名或文件名，NONE 未写';
COMMENT ON COLUMN fact_observation.received IS '收到日期：这一版何时为人所知';
COMMENT ON COLUMN fact_observation.submission_id IS '报送件编号';
COMMENT ON COLUMN fact_observation.department_name IS '部门';
COMMENT ON COLUMN fact_observation.source_kind IS 'report 工作报告，workbook 工作簿';
COMMENT ON COLUMN fact_observation.place IS '出处：单元格或行列';
COMMENT ON COLUMN fact_observation.words IS '出处的原文';
COMMENT ON COLUMN fact_observation.label IS '来源中的指标说法';
COMMENT ON COLUMN fact_observation.section IS '章节标题或表题';
COMMENT ON COLUMN fact_observation.sentence IS '所在的句子';
COMMENT ON COLUMN fact_observation.coding_rule IS '编码所依据的规则';
COMMENT ON COLUMN fact_observation.exchange_rate IS '外币折成展示单位所用的汇率及其来源；未折算为空。value_canonical 一律不折算';
COMMENT ON COLUMN fact_observation.is_current IS '是否当前采用：同一序列同一时期的各版、各来源中只有一行为真，目标与结果分开';

-- Grain: one row per figure that was read and did not become an observation.
CREATE TABLE fact_uncoded (
    submission_id   VARCHAR NOT NULL,
    figure_no       INTEGER NOT NULL,
    reason          VARCHAR NOT NULL,
    place           VARCHAR NOT NULL,
    words           VARCHAR NOT NULL,
    label           VARCHAR NOT NULL,
    value_text      VARCHAR NOT NULL,
    unit_text       VARCHAR NOT NULL,
    period_code     VARCHAR,
    region_text     VARCHAR NOT NULL
);
COMMENT ON TABLE fact_uncoded IS '未编码的数值：每行一个读到而未能成为观测值的数值及原因，代码表补齐后下次运行即转为观测值';
COMMENT ON COLUMN fact_uncoded.submission_id IS '报送件编号';
COMMENT ON COLUMN fact_uncoded.figure_no IS '报送件内的序号';
COMMENT ON COLUMN fact_uncoded.reason IS '原因（规则代码）';
COMMENT ON COLUMN fact_uncoded.place IS '出处';
COMMENT ON COLUMN fact_uncoded.words IS '原文';
COMMENT ON COLUMN fact_uncoded.label IS '来源中的指标说法';
COMMENT ON COLUMN fact_uncoded.value_text IS '来源中的数字';
COMMENT ON COLUMN fact_uncoded.unit_text IS '来源中的单位';
COMMENT ON COLUMN fact_uncoded.period_code IS '所属期代码；未读出为空';
COMMENT ON COLUMN fact_uncoded.region_text IS '来源中的地区';

-- Grain: one row per problem and place, or per problem and wording where it touches many figures of one submission.
CREATE TABLE fact_finding (
    finding_id      VARCHAR NOT NULL,
    rule            VARCHAR NOT NULL,
    severity        VARCHAR NOT NULL,
    submission_id   VARCHAR,
    department_name VARCHAR,
    place           VARCHAR NOT NULL,
    found           VARCHAR NOT NULL,
    expected        VARCHAR NOT NULL,
    message         VARCHAR NOT NULL,
    figures         BIGINT NOT NULL
);
COMMENT ON TABLE fact_finding IS '审核发现：每行一个问题，说明何处、发现什么、应是什么';
COMMENT ON COLUMN fact_finding.finding_id IS '审核发现编号';
COMMENT ON COLUMN fact_finding.rule IS '规则代码';
COMMENT ON COLUMN fact_finding.severity IS '级别：ERROR 强制性，WARNING 核实性，INFO 提示';
COMMENT ON COLUMN fact_finding.submission_id IS '报送件编号；跨报送件的问题为空';
COMMENT ON COLUMN fact_finding.department_name IS '部门';
COMMENT ON COLUMN fact_finding.place IS '出处';
COMMENT ON COLUMN fact_finding.found IS '发现的内容';
COMMENT ON COLUMN fact_finding.expected IS '应有的内容';
COMMENT ON COLUMN fact_finding.message IS '说明';
COMMENT ON COLUMN fact_finding.figures IS '涉及的数值个数';

-- What coding found wrong with a wording; findings are made of it and it is not released.
CREATE TABLE coding_problem (
    department     VARCHAR NOT NULL,
    form           VARCHAR NOT NULL,
    label          VARCHAR NOT NULL,
    measure_read   VARCHAR NOT NULL,
    unit_text      VARCHAR NOT NULL,
    region_text    VARCHAR NOT NULL,
    breakdown_text VARCHAR NOT NULL,
    rule           VARCHAR NOT NULL,
    severity       VARCHAR NOT NULL,
    found          VARCHAR NOT NULL,
    expected       VARCHAR NOT NULL,
    message        VARCHAR NOT NULL
);
