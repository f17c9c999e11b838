-- What was stated and what was found. A build that goes on from a release keeps the observations.

-- Grain: one row per value that a source stated and that is coded. Append-only: a revision is another row.
CREATE TABLE IF NOT EXISTS fact_observation (
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
    assurance       VARCHAR NOT NULL,
    layout          VARCHAR,
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
COMMENT ON COLUMN fact_observation.assurance IS '可靠程度：declared 表式声明或人工认可，proven 算术验证，stated 就近写明，inferred 推断（仅限实测从不出错的推断）；取单位、时期、地区、口径、指标中最弱的一项';
COMMENT ON COLUMN fact_observation.layout IS '版式指纹：所在工作表的版式，见 dim_layout；正文和记录版式以前读取的为空';
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
    region_text     VARCHAR NOT NULL,
    layout          VARCHAR
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
COMMENT ON COLUMN fact_uncoded.layout IS '版式指纹，见 dim_layout；没有为空';

-- Grain: one row per figure that was read and coded, and is not shown before a person decides.
CREATE TABLE fact_held (
    submission_id   VARCHAR NOT NULL,
    figure_no       INTEGER NOT NULL,
    assurance       VARCHAR NOT NULL,
    reasons         VARCHAR NOT NULL,
    rival           VARCHAR NOT NULL,
    layout_key      VARCHAR NOT NULL,
    layout          VARCHAR,
    department_name VARCHAR NOT NULL,
    place           VARCHAR NOT NULL,
    words           VARCHAR NOT NULL,
    label           VARCHAR NOT NULL,
    value_text      VARCHAR NOT NULL,
    unit_text       VARCHAR NOT NULL,
    measure         VARCHAR NOT NULL,
    status          VARCHAR NOT NULL,
    period_code     VARCHAR NOT NULL,
    region_text     VARCHAR NOT NULL,
    breakdown       VARCHAR NOT NULL,
    indicator_code  VARCHAR NOT NULL,
    region_code     VARCHAR NOT NULL,
    section         VARCHAR NOT NULL,
    sentence        VARCHAR NOT NULL
);
COMMENT ON TABLE fact_held IS '待定的数值：每行一个已读取、已编码而读法不够可靠、或与前一版相差过大的数值，不进入 observation 和 target；用 tongcang review 认可后下次运行即采用';
COMMENT ON COLUMN fact_held.submission_id IS '报送件编号';
COMMENT ON COLUMN fact_held.figure_no IS '报送件内的序号';
COMMENT ON COLUMN fact_held.assurance IS '可靠程度：inferred 推断，contradicted 有矛盾';
COMMENT ON COLUMN fact_held.reasons IS '待定的原因';
COMMENT ON COLUMN fact_held.rival IS '与之竞争的另一种读法，或与之矛盾之处；没有为空';
COMMENT ON COLUMN fact_held.layout_key IS '同一部门同类表、同一原因的编号：认可时以它为准，逐月不变；空的不由认可、而由 tongcang curate 解决';
COMMENT ON COLUMN fact_held.layout IS '版式指纹，见 dim_layout；没有为空';
COMMENT ON COLUMN fact_held.department_name IS '部门';
COMMENT ON COLUMN fact_held.place IS '出处';
COMMENT ON COLUMN fact_held.words IS '原文';
COMMENT ON COLUMN fact_held.label IS '来源中的指标说法';
COMMENT ON COLUMN fact_held.value_text IS '来源中的数字';
COMMENT ON COLUMN fact_held.unit_text IS '来源中的单位';
COMMENT ON COLUMN fact_held.measure IS '数据口径';
COMMENT ON COLUMN fact_held.status IS '数据状态';
COMMENT ON COLUMN fact_held.period_code IS '所属期代码';
COMMENT ON COLUMN fact_held.region_text IS '来源中的地区';
COMMENT ON COLUMN fact_held.breakdown IS '分组代码';
COMMENT ON COLUMN fact_held.indicator_code IS '指标代码';
COMMENT ON COLUMN fact_held.region_code IS '地区代码';
COMMENT ON COLUMN fact_held.section IS '章节标题或表题';
COMMENT ON COLUMN fact_held.sentence IS '所在的句子';

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

-- Grain: one row per name of a place on a sheet (of a text: in it), since a name means what those beside it let it mean.
CREATE TABLE coding_region (
    submission_id VARCHAR NOT NULL,
    sheet         VARCHAR NOT NULL,
    region_text   VARCHAR NOT NULL,
    region_code   VARCHAR,
    rule          VARCHAR NOT NULL,
    problem       VARCHAR NOT NULL
);
COMMENT ON TABLE coding_region IS '地区编码：每张表里的每个地名编成什么代码、依据什么；同名的地区靠同表的其他地名、表题和本地区辨认';
COMMENT ON COLUMN coding_region.submission_id IS '报送件编号';
COMMENT ON COLUMN coding_region.sheet IS '工作表名；报告为空';
COMMENT ON COLUMN coding_region.region_text IS '来源中的地区；空表示没有写明';
COMMENT ON COLUMN coding_region.region_code IS '地区代码；空表示未编码';
COMMENT ON COLUMN coding_region.rule IS '依据：named 唯一同名，list 同表地名，title 表题或文件名，home 本地区，total 同表各地的合计，not_for_us 已裁定不采用，none 无';
COMMENT ON COLUMN coding_region.problem IS '未编码的原因';
